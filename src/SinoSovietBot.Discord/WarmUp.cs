using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord;

/// <summary>
/// Sends one made-up press through the whole path while Discord's READY is still being waited for, so that the first member to press a button does not
/// wait for the compiler. The response ends in an inert handler: nothing leaves the process.
/// </summary>
internal static class WarmUp
{
    private static ReadOnlySpan<byte> Press =>
        """
        {"t":"INTERACTION_CREATE","s":1,"op":0,"d":{"type":3,"token":"none","member":{"user":{"id":"1","username":"u","global_name":null},"nick":"n",
        "permissions":"0"},"message":{"id":"1","embeds":[]},"locale":"en-GB","id":"1","guild_id":"1","data":{"custom_id":"c","component_type":2},
        "channel_id":"1","channel":{"id":"1"},"application_id":"1","app_permissions":"0"}}
        """u8;

    public static async Task RunAsync()
    {
        var queue = new EventQueue(NullLogger.Instance);
        var options = new DiscordConnectionOptions { Token = "none" };
        new Dispatcher(queue, options.ApiBase, TimeProvider.System, NullLogger.Instance).Dispatch(Frame.Read(Press));
        if (!queue.Reader.TryRead(out DiscordEvent? press)) return;
        var transport = new DiscordTransport(new InertHandler(), static () => throw new NotSupportedException("Warming up needs no gateway."));
        var connection = new DiscordConnection(options, NullLoggerFactory.Instance, TimeProvider.System, new Random(0), transport);
        await using (connection.ConfigureAwait(false))
        {
            var content = new MessageContent
            {
                Text = "t",
                Embeds = [new Embed { Title = "t", Description = "d", Color = 1, Footer = "f", Fields = [new EmbedField("n", "v")] }],
                Rows = [new ActionRow([new Button("l", "c")])],
            };
            var interaction = (Interaction)press;
            await connection.RespondAsync(interaction, new InteractionResponse.Reply(content), CancellationToken.None).ConfigureAwait(false);
            await connection.RespondAsync(interaction, new InteractionResponse.UpdateMessage(content), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private sealed class InertHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
    }
}
