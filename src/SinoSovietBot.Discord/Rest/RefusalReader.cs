using System.Net.Http.Headers;
using System.Text.Json;
using SinoSovietBot.Discord.Rest.RateLimits;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads a 429.</summary>
internal static class RefusalReader
{
    private static readonly TimeSpan _unstated = TimeSpan.FromSeconds(1);

    public static Refusal Read(HttpResponseHeaders headers, ReadOnlySpan<byte> body)
    {
        HttpHeadersNonValidated raw = headers.NonValidated;
        (double? inBody, bool globalInBody, bool isJson) = ReadBody(body);
        // The body counts milliseconds where the header was rounded up to seconds.
        double? seconds = inBody ?? RateHeaders.Number(raw, "Retry-After") ?? RateHeaders.Number(raw, "X-RateLimit-Reset-After");
        bool global = globalInBody
            || string.Equals(RateHeaders.Text(raw, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase)
            || RateHeaders.Text(raw, "X-RateLimit-Scope") == "global"
            // Not from Discord but from the wall before it, which looks at the address we come from.
            || (!isJson && RateHeaders.Text(raw, "X-RateLimit-Scope") is null);
        return new Refusal(seconds is >= 0 and < 604_800 ? TimeSpan.FromSeconds(seconds.Value) : _unstated, global);
    }

    private static (double? Seconds, bool Global, bool IsJson) ReadBody(ReadOnlySpan<byte> body)
    {
        double? seconds = null;
        bool global = false;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (body.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject) return (null, false, false);
            while (JsonRead.NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("retry_after"u8))
                {
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double number)) seconds = number;
                    else reader.Skip();
                }
                else if (reader.ValueTextEquals("global"u8)) global = JsonRead.Flag(ref reader);
                else JsonRead.SkipValue(ref reader);
            }

            return (seconds, global, true);
        }
        catch (JsonException)
        {
            return (null, false, false);
        }
    }
}
