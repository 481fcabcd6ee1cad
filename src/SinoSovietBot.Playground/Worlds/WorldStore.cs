using System.Text;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>
/// Keeps a world in a folder: <c>world.json</c> (replaced as a whole), <c>messages.jsonl</c> (a journal, so that a killed playground has
/// forgotten nothing it had shown) and <c>attachments/</c>. Called under the world's gate.
/// </summary>
internal sealed class WorldStore : IDisposable
{
    private const string WorldFile = "world.json";
    private const string MessageFile = "messages.jsonl";
    private const string AttachmentFolder = "attachments";
    private static readonly string[] BotFiles = ["bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock"];

    private readonly string _folder;
    private readonly FileStream _journal;

    private WorldStore(string folder)
    {
        _folder = folder;
        _journal = new FileStream(Path.Combine(folder, MessageFile), FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Reads the world that a folder keeps, or makes one there.</summary>
    /// <exception cref="InvalidDataException">The folder's files are not those of a playground.</exception>
    public static (World World, WorldStore Store) Open(string folder, Snowflakes snowflakes)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, WorldFile);
        World world;
        if (File.Exists(path))
        {
            world = WorldFileFormat.Read(File.ReadAllBytes(path), snowflakes);
            ReadMessages(Path.Combine(folder, MessageFile), world);
        }
        else
        {
            world = WorldMaker.Make(snowflakes);
        }

        WriteMessages(Path.Combine(folder, MessageFile), world);
        var store = new WorldStore(folder);
        store.Save(world);
        return (world, store);
    }

    /// <summary>Deletes what a playground made in a folder (the bot's database included), and nothing else.</summary>
    public static void Clear(string folder)
    {
        // Without a world of ours the folder belongs to somebody else.
        if (!File.Exists(Path.Combine(folder, WorldFile))) return;
        foreach (string name in BotFiles.Append(MessageFile)) File.Delete(Path.Combine(folder, name));
        string attachments = Path.Combine(folder, AttachmentFolder);
        if (Directory.Exists(attachments))
        {
            foreach (string file in Directory.EnumerateFiles(attachments).Where(file => Path.GetFileName(file).All(char.IsAsciiDigit)))
                File.Delete(file);
            if (!Directory.EnumerateFileSystemEntries(attachments).Any()) Directory.Delete(attachments);
        }

        File.Delete(Path.Combine(folder, WorldFile));
    }

    /// <summary>Writes everything but the messages.</summary>
    public void Save(World world) => Replace(Path.Combine(_folder, WorldFile), WorldFileFormat.Write(world));

    /// <summary>Notes a new or changed message. Ephemeral ones live only as long as the server.</summary>
    public void Put(Message message)
    {
        if (message.Reader is null) Append(new JsonObject { ["put"] = message.Body.DeepClone() });
    }

    public void Remove(Message message)
    {
        if (message.Reader is null) Append(new JsonObject { ["channel"] = message.Channel.Text(), ["remove"] = message.Id.Text() });
    }

    public void PutAttachment(ulong id, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, AttachmentFolder));
        File.WriteAllBytes(AttachmentPath(id), content);
    }

    /// <summary>The bytes of an attachment, or null when it is not kept.</summary>
    public byte[]? ReadAttachment(ulong id) => File.Exists(AttachmentPath(id)) ? File.ReadAllBytes(AttachmentPath(id)) : null;

    public void Dispose() => _journal.Dispose();

    private string AttachmentPath(ulong id) => Path.Combine(_folder, AttachmentFolder, id.Text());

    private void Append(JsonObject entry)
    {
        _journal.Write(Json.Bytes(entry));
        _journal.Write("\n"u8);
        _journal.Flush();
    }

    private static void ReadMessages(string path, World world)
    {
        if (!File.Exists(path)) return;
        foreach (string line in File.ReadLines(path))
        {
            // A kill can cut the last line; that message was never confirmed to anybody.
            if (!Json.TryParse(Encoding.UTF8.GetBytes(line), out JsonNode? node) || node is not JsonObject entry) continue;
            if (entry.Object("put") is { } body)
            {
                entry.Remove("put");
                WorldFileFormat.Restore(world, body);
            }
            else if (entry.Id("remove") is { } id && entry.Id("channel") is { } channel)
            {
                world.FindRoom(channel)?.Messages.RemoveAll(message => message.Id == id);
            }
        }

        foreach (Room room in world.Rooms) room.Messages.Sort((left, right) => left.Id.CompareTo(right.Id));
    }

    /// <summary>Rewrites the journal without its history.</summary>
    private static void WriteMessages(string path, World world)
    {
        var text = new MemoryStream();
        foreach (Message message in world.Rooms.SelectMany(room => room.Messages))
        {
            text.Write(Json.Bytes(new JsonObject { ["put"] = message.Body.DeepClone() }));
            text.Write("\n"u8);
        }

        Replace(path, text.ToArray());
    }

    private static void Replace(string path, byte[] content)
    {
        string draft = path + ".new";
        File.WriteAllBytes(draft, content);
        File.Move(draft, path, overwrite: true);
    }
}
