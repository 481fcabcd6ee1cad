using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>Gateway payloads as UTF-8.</summary>
internal static class Frames
{
    public static byte[] Event(string name, long sequence, ReadOnlySpan<byte> data)
    {
        byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"t\":\"{name}\",\"s\":{sequence},\"op\":0,\"d\":"));
        byte[] frame = new byte[head.Length + data.Length + 1];
        head.CopyTo(frame, 0);
        data.CopyTo(frame.AsSpan(head.Length));
        frame[^1] = (byte)'}';
        return frame;
    }

    public static byte[] Control(int opcode, JsonNode? data) =>
        Json.Bytes(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = opcode, ["d"] = data });
}
