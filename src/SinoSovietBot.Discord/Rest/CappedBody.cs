namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads bodies of which nobody knows beforehand how long they are.</summary>
internal static class CappedBody
{
    private const int FirstPiece = 4 * 1024;

    /// <summary>
    /// The whole body; null when it is longer than <paramref name="max"/>. What the peer says about the length saves reading but is not believed: no
    /// more than one byte over the limit is ever held.
    /// </summary>
    /// <exception cref="IOException">It broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int max, CancellationToken cancellation)
    {
        long? told = content.Headers.ContentLength;
        if (told > max) return null;
        Stream stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] bytes = new byte[told is { } length and < FirstPiece ? (int)length + 1 : Math.Min(max, FirstPiece) + 1];
            int held = 0;
            while (true)
            {
                int read = await stream.ReadAsync(bytes.AsMemory(held), cancellation).ConfigureAwait(false);
                held += read;
                if (held > max) return null;
                if (read == 0) return bytes.AsMemory(0, held);
                if (held == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(max + 1L, bytes.Length * 2L));
            }
        }
    }
}
