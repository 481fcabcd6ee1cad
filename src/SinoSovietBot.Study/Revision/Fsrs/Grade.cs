namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>How well a card was remembered. The numbers are those of the published formulas, of exports and of the database.</summary>
public enum Grade
{
    /// <summary>Forgotten.</summary>
    Again = 1,

    /// <summary>Remembered with difficulty. Never for a card that was forgotten: that would spoil every later interval.</summary>
    Hard = 2,

    /// <summary>Remembered.</summary>
    Good = 3,

    /// <summary>Remembered at once.</summary>
    Easy = 4,
}
