namespace SinoSovietBot.Playground.Http;

/// <summary>A file of a multipart request.</summary>
/// <param name="Index">The number in <c>files[n]</c>.</param>
/// <param name="FileName">As the sender calls it.</param>
/// <param name="ContentType">As the sender says; may be empty.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Upload(int Index, string FileName, string ContentType, byte[] Content);
