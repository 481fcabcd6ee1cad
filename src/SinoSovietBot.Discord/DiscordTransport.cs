using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Rest;

namespace SinoSovietBot.Discord;

/// <summary>What touches the network; tests hand in their own.</summary>
/// <param name="Http">For REST. Disposed with the connection.</param>
/// <param name="Sockets">Makes a fresh socket for each gateway connection.</param>
/// <param name="GatewayHttp">What the sockets connect through, if anything. Disposed with the connection.</param>
internal sealed record DiscordTransport(HttpMessageHandler Http, Func<IGatewaySocket> Sockets, IDisposable? GatewayHttp = null)
{
    public static DiscordTransport Real(DiscordConnectionOptions options)
    {
        ConnectionSettings.Check(options);
        var gatewayHttp = new HttpMessageInvoker(HttpFactory.ForGateway(options.ApiBase));
        return new DiscordTransport(HttpFactory.ForRest(options.ApiBase), () => new ClientWebSocketAdapter(gatewayHttp), gatewayHttp);
    }
}
