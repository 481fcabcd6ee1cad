using System.Text;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A file that a member's client sends with a command.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    public static UploadedFile Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
