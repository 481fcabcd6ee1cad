namespace SinoSovietBot.Discord.Model;

/// <summary>A file to send with a message.</summary>
/// <param name="Name">Shown to readers; the target of <c>attachment://name</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Description">The text for people who cannot see a picture.</param>
public sealed record FileUpload(string Name, ReadOnlyMemory<byte> Content, string? Description = null);
