using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>Whatever becomes of a payload on its way, its reader gives an event or refuses it; nothing else ever comes out.</summary>
public sealed class MalformedEventTests
{
    private static readonly Uri _api = new("https://discord.com/api/v10");

    private static readonly string[] _frames =
    [
        Frames.Ready,
        Frames.Press(2, 1000),
        Frames.Dispatch("INTERACTION_CREATE", 3, Interactions.Payload(3, """{"component_type":3,"custom_id":"m","values":["a","b"]}""")),
        Frames.Dispatch("INTERACTION_CREATE", 4, Interactions.Payload(2, """
            {"id":"9","name":"deck-admin","type":1,"options":[{"name":"import","type":1,"options":[
            {"name":"file","type":11,"value":"71"},{"name":"title","type":3,"value":"T"},{"name":"n","type":4,"value":7},{"name":"x","type":5,"value":true},{"name":"who","type":6,"value":"3"}]}],
            "resolved":{"attachments":{"71":{"id":"71","filename":"d.yaml","size":12,"url":"https://cdn.discordapp.com/1/71/d.yaml"}}}}
            """)),
        Frames.Dispatch("INTERACTION_CREATE", 5, Interactions.Payload(4, """
            {"id":"9","name":"quiz","type":1,"options":[{"name":"start","type":1,"options":[
            {"name":"deck","type":3,"value":"sin","focused":true}]}]}
            """)),
        Frames.Dispatch("INTERACTION_CREATE", 6, Interactions.Payload(5, """
            {"custom_id":"f","components":[{"type":18,"component":{"type":4,"custom_id":"a","value":"typed"}},
            {"type":1,"components":[{"type":4,"custom_id":"b","value":"old"}]},{"type":18,"component":{"type":3,"custom_id":"c","values":["x"]}}]}
            """)),
        Frames.Dispatch("GUILD_CREATE", 7, """{"id":"500","name":"History","unavailable":false,"channels":[{"id":"1","name":"é😀"}],"roles":[]}"""),
        Frames.Dispatch("GUILD_DELETE", 8, """{"id":"500","unavailable":true}"""),
        Frames.Hello,
        Frames.InvalidSession(true),
    ];

    /// <summary>What a value may turn into.</summary>
    private static readonly string[] _values =
    [
        "null", "true", "false", "0", "-1", "1e999", "1.5", "18446744073709551616", "9223372036854775808", "\"\"", "\"x\"",
        "\"18446744073709551616\"",
        "\"-5\"", "\"\\uD800\"", "\"\\u0000\"", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"id\":null}", "{\"id\":{}}", "[1,\"a\",{}]", "\"file:///etc\"",
        "\"//\"", "\"http://[\"", "\"ws://127.0.0.1\"",
    ];

    private static readonly Gen<byte[]> _mangled = Gen.Select(
        Gen.Int[0, _frames.Length - 1], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Byte).Array[1, 4],
        static (frame, changes) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(_frames[frame]);
            foreach ((int kind, int at, int with, byte value) in changes) bytes = Change(bytes, kind, at, with, value);
            return bytes;
        });

    [Fact]
    public void AMangledFrameGivesAnEventOrIsRefused() => _mangled.Sample(
        bytes =>
        {
            try
            {
                Frame frame = Frame.Read(bytes);
                if (frame.Op == GatewayOp.Hello) HelloReader.Interval(frame.Data);
                else if (frame.Op == GatewayOp.InvalidSession) HelloReader.IsTrue(frame.Data);
                else Dispatched(frame);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Refused: the connection catches exactly these, logs one line and reads on.
                return;
            }
        },
        iter: 20_000);

    [Fact]
    public void EveryFieldMayBeMissingOrOfAnotherKind()
    {
        foreach (string frame in _frames)
        {
            using JsonDocument whole = JsonDocument.Parse(frame);
            foreach (string[] path in PathsOf(whole.RootElement, []))
            {
                Read(Without(whole.RootElement, path, null));
                foreach (string value in _values) Read(Without(whole.RootElement, path, value));
            }
        }
    }

    [Fact]
    public void EveryPayloadMayBreakOffAnywhere()
    {
        foreach (string frame in _frames)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(frame);
            for (int length = 0; length < bytes.Length; length++) Read(bytes[..length]);
        }
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            Dispatched(Frame.Read(bytes));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return;
        }
    }

    // What comes out has to be usable, not only to exist.
    private static void Dispatched(Frame frame)
    {
        var queue = new EventQueue(NullLogger.Instance);
        new Dispatcher(queue, _api, TimeProvider.System, NullLogger.Instance).Dispatch(frame);
        if (!queue.Reader.TryRead(out DiscordEvent? read)) return;
        Assert.NotNull(read.ToString());
        if (read is not Interaction interaction) return;
        Assert.NotNull(interaction.Token.Secret);
        Assert.NotEqual("", interaction.User.DisplayName);
        Assert.True(interaction.Id.CreatedAt >= DateTimeOffset.UnixEpoch);
    }

    private static byte[] Change(byte[] bytes, int kind, int at, int with, byte value)
    {
        if (bytes.Length == 0) return bytes;
        at %= bytes.Length;
        switch (kind)
        {
            case 0:
                bytes[at] = value;
                return bytes;
            case 1: return bytes[..at];
            case 2: return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + (with % 20))..]];
            case 3: return [.. bytes[..at], value, .. bytes[at..]];
            case 4: return [.. bytes[..at], .. Encoding.UTF8.GetBytes(_values[with % _values.Length]), .. bytes[at..]];
            default:
                // One value for another, which keeps most of it readable.
                int colon = Array.IndexOf(bytes, (byte)':', at);
                int end = colon < 0 ? -1 : bytes.AsSpan(colon).IndexOfAny((byte)',', (byte)'}');
                if (end < 0) return bytes;
                return [.. bytes[..(colon + 1)], .. Encoding.UTF8.GetBytes(_values[with % _values.Length]), .. bytes[(colon + end)..]];
        }
    }

    private static IEnumerable<string[]> PathsOf(JsonElement element, string[] path)
    {
        if (path.Length > 0) yield return path;
        IEnumerable<(string Name, JsonElement Value)> inner = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(property => (property.Name, property.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select((one, index) => ($"{index}", one)),
            _ => [],
        };
        foreach ((string name, JsonElement value) in inner)
        {
            foreach (string[] deeper in PathsOf(value, [.. path, name])) yield return deeper;
        }
    }

    /// <summary>The JSON with another value at a path, or without what stands there.</summary>
    private static byte[] Without(JsonElement root, string[] path, string? value)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true })) Write(json, root, path, value);
        return written.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement element, ReadOnlySpan<string> path, string? value)
    {
        if (path.IsEmpty)
        {
            element.WriteTo(json);
            return;
        }

        bool isObject = element.ValueKind == JsonValueKind.Object;
        if (isObject) json.WriteStartObject();
        else json.WriteStartArray();
        int index = 0;
        IEnumerable<(string Name, JsonElement Value)> inner = isObject
            ? element.EnumerateObject().Select(property => (property.Name, property.Value))
            : element.EnumerateArray().Select(one => ($"{index++}", one));
        foreach ((string name, JsonElement item) in inner.ToList())
        {
            bool meant = name == path[0];
            if (meant && path.Length == 1 && value is null) continue;
            if (isObject) json.WritePropertyName(name);
            if (meant && path.Length == 1) json.WriteRawValue(value!, skipInputValidation: true);
            else if (meant) Write(json, item, path[1..], value);
            else item.WriteTo(json);
        }

        if (isObject) json.WriteEndObject();
        else json.WriteEndArray();
    }
}
