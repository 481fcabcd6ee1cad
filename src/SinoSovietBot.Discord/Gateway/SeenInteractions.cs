using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The latest interactions, so that one which a replay delivers again is not handled again. Used by one thread.</summary>
internal sealed class SeenInteractions
{
    private const int Remembered = 2048;

    private readonly HashSet<Snowflake> _seen = new(Remembered + 1);
    private readonly Queue<Snowflake> _order = new(Remembered + 1);

    /// <summary>False when it was here before.</summary>
    public bool IsNew(Snowflake id)
    {
        if (!_seen.Add(id)) return false;
        _order.Enqueue(id);
        if (_order.Count > Remembered) _seen.Remove(_order.Dequeue());
        return true;
    }
}
