namespace SinoSovietBot.Storage.Tests.Support;

/// <summary>Spoils a database file that nobody has open.</summary>
internal static class Damage
{
    public const int PageSize = 4096;

    /// <summary>Overwrites a page, numbered from 1, whole.</summary>
    public static void Page(string path, int page, byte with = 0xA5)
    {
        using var stream = File.OpenWrite(path);
        stream.Position = (long)(page - 1) * PageSize;
        byte[] bytes = new byte[PageSize];
        Array.Fill(bytes, with);
        stream.Write(bytes);
    }

    /// <summary>Overwrites single bytes.</summary>
    public static void Bytes(string path, IEnumerable<(int Position, byte Value)> bytes)
    {
        using var stream = File.OpenWrite(path);
        foreach (var (position, value) in bytes)
        {
            stream.Position = position;
            stream.WriteByte(value);
        }
    }
}
