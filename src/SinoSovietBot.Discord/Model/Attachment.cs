namespace SinoSovietBot.Discord.Model;

/// <summary>A file that somebody uploaded.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">As the uploader's machine called it: never a path to write to.</param>
/// <param name="Size">Bytes, as Discord says.</param>
/// <param name="Url">Where Discord keeps it.</param>
public sealed record Attachment(Snowflake Id, string FileName, long Size, Uri Url)
{
    /// <summary>The id alone: whoever has the address, which is signed, can read the file.</summary>
    public override string ToString() => $"attachment {Id}";
}
