namespace SinoSovietBot.Playground.Worlds;

/// <summary>Uploaded files. Guarded by the world's gate.</summary>
internal sealed class Attachments(WorldStore? store)
{
    private readonly Dictionary<ulong, byte[]> _unstored = [];

    public void Put(ulong id, byte[] content)
    {
        if (store is null) _unstored[id] = content;
        else store.PutAttachment(id, content);
    }

    /// <summary>The bytes, or null when there is no such attachment.</summary>
    public byte[]? Find(ulong id) => store is null ? _unstored.GetValueOrDefault(id) : store.ReadAttachment(id);
}
