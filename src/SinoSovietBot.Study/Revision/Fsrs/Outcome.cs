namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>What a grade would do.</summary>
/// <param name="Card">The card after it.</param>
/// <param name="Wait">Until it comes back: minutes within the day, or a whole number of days from 1.</param>
public sealed record Outcome(CardState Card, TimeSpan Wait)
{
    /// <summary>The days to wait; 0 for a step within the day.</summary>
    public int Days => (int)Wait.TotalDays;
}

/// <summary>What each grade would do.</summary>
public sealed record Outcomes(Outcome Again, Outcome Hard, Outcome Good, Outcome Easy)
{
    /// <exception cref="ArgumentOutOfRangeException">No grade.</exception>
    public Outcome this[Grade grade] => grade switch
    {
        Grade.Again => Again,
        Grade.Hard => Hard,
        Grade.Good => Good,
        Grade.Easy => Easy,
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, "No grade."),
    };
}
