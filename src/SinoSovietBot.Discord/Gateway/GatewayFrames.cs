using System.Buffers;
using System.Text.Json;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The frames we send.</summary>
internal static class GatewayFrames
{
    /// <summary>GUILDS, which is not privileged. Interactions need no intent.</summary>
    private const int Intents = 1 << 0;

    private const string Library = "SinoSovietBot";

    public static ReadOnlyMemory<byte> Identify(string token) => Write(GatewayOp.Identify, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteNumber("intents"u8, Intents);
        json.WriteStartObject("properties"u8);
        json.WriteString("os"u8, OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        json.WriteString("browser"u8, Library);
        json.WriteString("device"u8, Library);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, GatewaySession session) => Write(GatewayOp.Resume, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteString("session_id"u8, session.Id);
        json.WriteNumber("seq"u8, session.Sequence);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(GatewayOp.Heartbeat, json =>
    {
        if (sequence is { } number) json.WriteNumber("d"u8, number);
        else json.WriteNull("d"u8);
    });

    private static ReadOnlyMemory<byte> Write(int op, Action<Utf8JsonWriter> payload)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op"u8, op);
            payload(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
