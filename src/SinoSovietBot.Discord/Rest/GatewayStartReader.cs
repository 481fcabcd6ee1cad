using System.Text.Json;
using SinoSovietBot.Discord.Gateway;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads the reply of <c>GET /gateway/bot</c>.</summary>
internal static class GatewayStartReader
{
    /// <exception cref="JsonException">It is no such reply.</exception>
    /// <exception cref="HttpRequestException">The gateway that it names is none to which the token may be sent.</exception>
    public static GatewayStart Read(ReadOnlySpan<byte> body, Uri apiBase)
    {
        var reader = new Utf8JsonReader(body);
        if (body.Length == 0 || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The reply is not an object.");
        string? url = null;
        long remaining = 1;
        long resetAfter = 0;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("url"u8)) url = JsonRead.Text(ref reader, "url");
            else if (reader.ValueTextEquals("session_start_limit"u8)) ReadLimit(ref reader, ref remaining, ref resetAfter);
            else JsonRead.SkipValue(ref reader);
        }

        // The address itself is not repeated: whoever made it up would choose what stands in the log.
        Uri address = GatewayAddress.TryRead(url ?? throw JsonRead.Missing("url"), apiBase) ?? throw new HttpRequestException(
            HttpRequestError.InvalidResponse,
            "GET /gateway/bot named a gateway that belongs neither to Discord nor to the configured API, so the token was not sent there.");
        return new GatewayStart(address, remaining, TimeSpan.FromMilliseconds(Math.Clamp(resetAfter, 1000, 86_400_000)));
    }

    private static void ReadLimit(ref Utf8JsonReader reader, ref long remaining, ref long resetAfter)
    {
        if (!JsonRead.EnterObject(ref reader, "session_start_limit")) return;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("remaining"u8)) remaining = JsonRead.Whole(ref reader, "remaining") ?? remaining;
            else if (reader.ValueTextEquals("reset_after"u8)) resetAfter = JsonRead.Whole(ref reader, "reset_after") ?? resetAfter;
            else JsonRead.SkipValue(ref reader);
        }
    }
}
