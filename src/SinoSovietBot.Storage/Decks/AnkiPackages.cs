using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks.Import;
using ZstdSharp;

namespace SinoSovietBot.Storage.Decks;

/// <summary>
/// Reads the databases in Anki's packages. Each is unpacked into a folder of its own that only this user can read, opened for reading, and deleted
/// again. Thread-safe.
/// </summary>
public sealed class AnkiPackages : IAnkiPackages
{
    private const string FolderPrefix = "sino-soviet-bot-anki-";

    private readonly string folder;

    public AnkiPackages()
        : this(Path.GetTempPath())
    {
    }

    /// <param name="folder">Where packages are unpacked; it exists.</param>
    internal AnkiPackages(string folder) => this.folder = folder;

    /// <inheritdoc/>
    /// <exception cref="StorageException">The folder for temporary files cannot be written.</exception>
    public AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName) =>
        Read(content, (collection, media) => collection.Read(media), fault => new AnkiPackageReading(null, fault));

    /// <inheritdoc/>
    /// <exception cref="StorageException">The folder for temporary files cannot be written.</exception>
    public AnkiLogReading ReadLog(ReadOnlyMemory<byte> content, string fileName) =>
        Read(content, (collection, _) => collection.ReadLog(), fault => new AnkiLogReading(null, fault));

    private T Read<T>(ReadOnlyMemory<byte> content, Func<AnkiCollection, int, T> read, Func<string, T> refuse)
    {
        try
        {
            using var stream = Open(content);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var checkedArchive = AnkiArchive.Open(archive);
            return checkedArchive.Fault is { } fault ? refuse(fault) : Unpack(checkedArchive, read, refuse);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException or ZstdException)
        {
            return refuse(content.Span.StartsWith("PK"u8) ? AnkiMessages.Damaged : AnkiMessages.NoPackage);
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);

    private T Unpack<T>(AnkiArchive archive, Func<AnkiCollection, int, T> read, Func<string, T> refuse)
    {
        // Only the owner can look into a folder made this way.
        string own = Path.Combine(folder, FolderPrefix + Path.GetRandomFileName());
        try
        {
            CreatePrivate(own);
            string path = Path.Combine(own, "collection.db");
            if (!archive.WriteCollection(path))
                return refuse(AnkiMessages.UnpackedTooLarge);
            return ReadCollection(path, collection => read(collection, archive.MediaFiles), refuse);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not EndOfStreamException))
        {
            throw new StorageException($"The package cannot be unpacked in '{folder}': {exception.Message}", exception);
        }
        finally
        {
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
        }
    }

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static T ReadCollection<T>(string path, Func<AnkiCollection, T> read, Func<string, T> refuse)
    {
        try
        {
            using var collection = AnkiCollection.Open(path);
            return read(collection);
        }
        catch (Exception exception) when (exception is SqliteException or JsonException or InvalidCastException or InvalidOperationException
            or KeyNotFoundException or OverflowException or FormatException)
        {
            return refuse(AnkiMessages.Damaged);
        }
    }
}
