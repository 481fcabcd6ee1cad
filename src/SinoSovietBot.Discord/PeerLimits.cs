namespace SinoSovietBot.Discord;

/// <summary>
/// How much is taken from whoever is at the other end of a connection, whatever it says about itself. Far above what Discord sends; a peer that
/// passes one is broken or hostile, and must not be able to exhaust the memory.
/// </summary>
internal static class PeerLimits
{
    /// <summary>
    /// Bytes of the reply to a request, whatever its status: a message with all that it may hold is about 100 KB. A longer one counts as a reply that
    /// could not be read, and the request as one that failed.
    /// </summary>
    public const int Reply = 1024 * 1024;

    /// <summary>Bytes of the list of commands: 100 of 8,000 characters, in UTF-8, with what stands around them.</summary>
    public const int CommandList = 8 * 1024 * 1024;

    /// <summary>Kilobytes of a reply's headers.</summary>
    public const int ReplyHeaders = 64;

    /// <summary>
    /// Bytes of a gateway frame: the largest servers fill one or two million. No compression is asked for, so this is also what it holds. A longer
    /// frame is read over and lost, and the connection goes on: were it given up, Discord would send the same frame again at every resume.
    /// </summary>
    // A power of two, as the buffers that grow to it are.
    public const int Frame = 16 * 1024 * 1024;

    /// <summary>
    /// How deep JSON may nest, in what is read and in what is skipped; Discord stays below 20. It is what the reader of .NET enforces by itself.
    /// </summary>
    public const int JsonDepth = 64;
}
