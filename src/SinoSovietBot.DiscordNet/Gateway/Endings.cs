using System.Net;
using SinoSovietBot.Discord.Gateway;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>What the exception with which Discord.Net leaves a connection asks of us.</summary>
internal static class Endings
{
    public static GatewayEnding Of(Exception? exception, string tokenSetting)
    {
        string why = "the connection broke";
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DNet.Net.HttpException { HttpCode: HttpStatusCode.Unauthorized })
                return new GatewayEnding.Refused(CloseCodes.WrongToken(tokenSetting));
            if (cause is DNet.Net.WebSocketClosedException closed) return CloseCodes.Ending(closed.CloseCode, tokenSetting);
            // What failed below it is told in fewer words: without the address, say.
            if (cause is HttpRequestException) return new GatewayEnding.Resume(cause.Message);
            why = cause.Message;
        }

        return new GatewayEnding.Resume(why);
    }
}
