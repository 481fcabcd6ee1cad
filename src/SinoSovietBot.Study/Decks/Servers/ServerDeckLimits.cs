namespace SinoSovietBot.Study.Decks.Servers;

/// <summary>How much a server may bring. Every maximum is inclusive.</summary>
public static class ServerDeckLimits
{
    /// <summary>Decks of a server that are in use.</summary>
    public const int Decks = 25;

    /// <summary>Removed decks of a server that can still be restored; one more pushes out the one that was removed first.</summary>
    public const int RemovedDecks = 25;

    /// <summary>Bytes of all decks of a server that are in use, as they are stored.</summary>
    public const int Bytes = 20_000_000;

    /// <summary>Versions of a deck that are kept: the one in use and those before it.</summary>
    public const int Revisions = 11;

    /// <summary>Imports and forms of a server that wait to be finished; one more pushes out the oldest.</summary>
    public const int Waiting = 50;

    /// <summary>How long a removed deck can be restored.</summary>
    public static readonly TimeSpan UntilPurged = TimeSpan.FromDays(30);

    /// <summary>How long an import waits for Confirm, and a form for being sent.</summary>
    public static readonly TimeSpan UntilExpired = TimeSpan.FromHours(1);
}
