using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest.Commands;

namespace SinoSovietBot.Discord;

/// <summary>Shows commands as Discord is sent them.</summary>
public static class CommandsJson
{
    /// <summary>The JSON array that <see cref="IDiscordApi.RegisterCommandsAsync"/> would send, indented by two spaces.</summary>
    public static string Write(ImmutableArray<CommandDeclaration> commands)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options)) CommandWriter.Write(json, commands);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
