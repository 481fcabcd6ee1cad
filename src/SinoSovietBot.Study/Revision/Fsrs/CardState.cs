namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>Where a member stands with a card.</summary>
public sealed record CardState
{
    /// <summary>Never reviewed.</summary>
    public static CardState New { get; } = new();

    public CardPhase Phase { get; init; }

    /// <summary>Null until the first review.</summary>
    public Memory? Memory { get; init; }

    /// <summary>The step of the day on which it is, from 0; 0 outside <see cref="CardPhase.Learning"/> and <see cref="CardPhase.Relearning"/>.</summary>
    public int Step { get; init; }

    /// <summary>Reviews so far.</summary>
    public int Reviews { get; init; }

    /// <summary>How often it was forgotten after it had been learned.</summary>
    public int Lapses { get; init; }
}

/// <summary>What happens to a card next.</summary>
public enum CardPhase
{
    /// <summary>It waits for its first review.</summary>
    New,

    /// <summary>It is shown again within the day until it sits.</summary>
    Learning,

    /// <summary>It comes back after days.</summary>
    Review,

    /// <summary>It was forgotten, and is shown again within the day.</summary>
    Relearning,
}
