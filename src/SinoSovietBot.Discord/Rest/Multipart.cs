using System.Buffers;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>A JSON body together with files, as <c>multipart/form-data</c>. Built once, so that it can be sent again.</summary>
internal static class Multipart
{
    public static RequestBody Build(RequestBody json, IReadOnlyList<FileUpload> files, Dice dice)
    {
        Span<byte> random = stackalloc byte[16];
        dice.Fill(random);
        string boundary = $"sinosovietbot-{Convert.ToHexStringLower(random)}";
        int size = json.Bytes.Length + files.Sum(static file => file.Content.Length + 512) + 512;
        var body = new ArrayBufferWriter<byte>(size);
        Write(body, $"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n");
        body.Write(json.Bytes.Span);
        for (int i = 0; i < files.Count; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            Write(body, $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"files[{number}]\"; filename=\"{Quoted(files[i].Name)}\"\r\n");
            Write(body, $"Content-Type: {MediaType(files[i].Name)}\r\n\r\n");
            body.Write(files[i].Content.Span);
        }

        Write(body, $"\r\n--{boundary}--\r\n");
        return RequestBody.Multipart(body.WrittenMemory, $"multipart/form-data; boundary={boundary}");
    }

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);

    // As browsers do: the three characters that would end the header or the quotes.
    private static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string MediaType(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        ".JSON" => "application/json",
        ".CSV" => "text/csv",
        ".TXT" or ".MD" or ".YAML" or ".YML" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
