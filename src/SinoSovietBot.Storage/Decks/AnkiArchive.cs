using System.IO.Compression;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Import;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace SinoSovietBot.Storage.Decks;

/// <summary>The files of a package: which is the collection, and whether all are what they should be.</summary>
internal sealed class AnkiArchive
{
    // The values of PackageMetadata.Version in Anki's import_export.proto.
    private const ulong Legacy1 = 1;
    private const ulong Legacy2 = 2;
    private const ulong Latest = 3;

    private const string Meta = "meta";
    private const string Legacy1Name = "collection.anki2";
    private const string Legacy2Name = "collection.anki21";
    private const string LatestName = "collection.anki21b";

    private const int MetaBytes = 1_000;
    private const int BufferBytes = 81_920;

    // Anki compresses with windows of 8 MiB at most; a frame may ask for much more memory than that.
    private const int WindowLogMax = 24;

    private readonly ZipArchiveEntry? collection;
    private readonly bool isCompressed;

    private AnkiArchive(string? fault, ZipArchiveEntry? collection, bool isCompressed, int mediaFiles)
    {
        Fault = fault;
        this.collection = collection;
        this.isCompressed = isCompressed;
        MediaFiles = mediaFiles;
    }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Fault { get; }

    /// <summary>How many pictures and sounds are in it.</summary>
    public int MediaFiles { get; }

    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    public static AnkiArchive Open(ZipArchive archive)
    {
        long unpacked = 0;
        int media = 0;
        foreach (var entry in archive.Entries)
        {
            if (!IsSafe(entry.FullName))
                return Refuse(AnkiMessages.UnsafeName);
            if (entry.IsEncrypted)
                return Refuse(AnkiMessages.Encrypted);
            // Media are named by numbers.
            media += entry.FullName.All(char.IsAsciiDigit) ? 1 : 0;
            unpacked += Math.Min(entry.Length, ImportLimits.UnpackedBytes + 1L);
            if (unpacked > ImportLimits.UnpackedBytes)
                return Refuse(AnkiMessages.UnpackedTooLarge);
        }

        if (VersionOf(archive) is not { } version)
            return Refuse(AnkiMessages.NoCollection);
        string? name = version switch
        {
            Legacy1 => Legacy1Name,
            Legacy2 => Legacy2Name,
            Latest => LatestName,
            _ => null,
        };
        if (name is null)
            return Refuse(AnkiMessages.Newer);
        return archive.GetEntry(name) is { } found ? new AnkiArchive(null, found, version == Latest, media) : Refuse(AnkiMessages.Damaged);
    }

    /// <summary>Unpacks the collection. False when it is larger than it may be.</summary>
    public bool WriteCollection(string path)
    {
        PrivateFile.Ensure(path);
        using var packed = collection!.Open();
        using var decompressor = new Decompressor();
        decompressor.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLogMax);
        using var unpacked = isCompressed ? new DecompressionStream(packed, decompressor) : packed;
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        byte[] buffer = new byte[BufferBytes];
        long written = 0;
        for (int read = unpacked.Read(buffer); read > 0; read = unpacked.Read(buffer))
        {
            written += read;
            if (written > ImportLimits.UnpackedBytes)
                return false;
            file.Write(buffer, 0, read);
        }

        return true;
    }

    // Without a meta file the newest collection counts: beside it stands an older one that only asks to update Anki.
    private static ulong? VersionOf(ZipArchive archive)
    {
        if (archive.GetEntry(Meta) is { } meta)
        {
            using var stream = meta.Open();
            byte[] bytes = new byte[Math.Min(meta.Length, MetaBytes)];
            stream.ReadExactly(bytes);
            return Protobuf.FirstNumber(bytes) ?? 0;
        }

        if (archive.GetEntry(LatestName) is not null)
            return Latest;
        if (archive.GetEntry(Legacy2Name) is not null)
            return Legacy2;
        return archive.GetEntry(Legacy1Name) is not null ? Legacy1 : null;
    }

    // Nothing is ever written under such a name, but whoever made the archive meant harm.
    private static bool IsSafe(string name) =>
        !name.StartsWith('/')
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/').Contains("..");

    private static AnkiArchive Refuse(string fault) => new(fault, null, false, 0);
}
