using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>
/// Decides when a card comes back, as ts-fsrs 5 does (the reference for FSRS-6): steps within the day first, then days from the memory. Pure and
/// thread-safe; the same input gives the same outcome.
/// </summary>
public sealed class FsrsScheduler(FsrsSettings settings)
{
    private readonly FsrsFormulas formulas = new(settings.Weights);

    /// <summary>What each grade would do to a card now.</summary>
    /// <param name="card">As it stands.</param>
    /// <param name="elapsedDays">Whole days since its last review, in whatever days the caller counts; from 0, and 0 for a new card.</param>
    /// <param name="fuzz">Spreads intervals so that cards learned together do not stay together: 0 inclusive to 1 exclusive; null for none.</param>
    public Outcomes Preview(CardState card, int elapsedDays, double? fuzz = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elapsedDays);
        var again = Reviewed(card, elapsedDays, Grade.Again);
        var hard = Reviewed(card, elapsedDays, Grade.Hard);
        var good = Reviewed(card, elapsedDays, Grade.Good);
        var easy = Reviewed(card, elapsedDays, Grade.Easy);
        int Days(CardState reviewed) => DaysFor(reviewed.Memory!.Value.Stability, elapsedDays, fuzz);

        if (!settings.HasStepsWithinDay)
            return InDays(again, hard, good, easy, Days);
        if (card.Phase != CardPhase.Review)
        {
            var phase = card.Phase == CardPhase.Relearning ? CardPhase.Relearning : CardPhase.Learning;
            var steps = Steps(phase);
            return new Outcomes(
                Stepped(again, phase, steps.IsEmpty ? null : (steps[0], 0), Days),
                Stepped(hard, phase, HardStep(steps, card.Step), Days),
                Stepped(good, phase, card.Step + 1 < steps.Length ? (steps[card.Step + 1], card.Step + 1) : null, Days),
                Stepped(easy, phase, null, Days));
        }

        var relearning = Steps(CardPhase.Relearning);
        int hardDays = Math.Min(Days(hard), Days(good));
        int apart = settings.PartsGrades ? 1 : 0;
        int goodDays = Math.Max(Days(good), hardDays + apart);
        return new Outcomes(
            Stepped(again, CardPhase.Relearning, relearning.IsEmpty ? null : (relearning[0], 0), Days),
            After(hard, hardDays),
            After(good, goodDays),
            After(easy, Math.Max(Days(easy), goodDays + apart)));
    }

    /// <summary>The chance to remember a card now, 0 to 1; null for a new card.</summary>
    public double? Retrievability(CardState card, double elapsedDays) =>
        card.Memory is { } memory ? formulas.Retrievability(elapsedDays, memory.Stability) : null;

    private static Outcome After(CardState card, int days) => new(card with { Phase = CardPhase.Review, Step = 0 }, TimeSpan.FromDays(days));

    private static Outcome Stepped(CardState card, CardPhase phase, (TimeSpan Wait, int Step)? step, Func<CardState, int> days) => step is { } next
        ? new Outcome(card with { Phase = phase, Step = next.Step }, next.Wait)
        : After(card, days(card));

    // Without steps every grade waits days, a better one at least a day longer, but a new card and a lapse must not wait longer than Hard.
    private static Outcomes InDays(CardState again, CardState hard, CardState good, CardState easy, Func<CardState, int> days)
    {
        int againDays = Math.Min(days(again), days(hard));
        int hardDays = Math.Max(days(hard), againDays + 1);
        int goodDays = Math.Max(days(good), hardDays + 1);
        return new Outcomes(After(again, againDays), After(hard, hardDays), After(good, goodDays), After(easy, Math.Max(days(easy), goodDays + 1)));
    }

    // Hard stays on its step: half-way to the second one, or half as long again as the only one.
    private static (TimeSpan Wait, int Step)? HardStep(ImmutableArray<TimeSpan> steps, int step)
    {
        if (step >= steps.Length)
            return null;
        double minutes = steps.Length == 1 ? steps[0].TotalMinutes * 1.5 : (steps[0] + steps[1]).TotalMinutes / 2;
        return (TimeSpan.FromMinutes(Math.Floor(minutes + 0.5)), step);
    }

    private ImmutableArray<TimeSpan> Steps(CardPhase phase) => phase == CardPhase.Relearning ? settings.RelearningSteps : settings.LearningSteps;

    private CardState Reviewed(CardState card, int elapsedDays, Grade grade) => card with
    {
        Memory = card.Memory switch
        {
            null => formulas.First(grade),
            { } memory when elapsedDays == 0 && settings.HasStepsWithinDay => formulas.NextWithinDay(memory, grade),
            { } memory => formulas.Next(memory, elapsedDays, grade, settings.HasStepsWithinDay),
        },
        Reviews = card.Reviews + 1,
        Lapses = card.Lapses + (card.Phase == CardPhase.Review && grade == Grade.Again ? 1 : 0),
    };

    private int DaysFor(double stability, int elapsedDays, double? fuzz)
    {
        double wanted = Math.Clamp(RoundHalfUp(formulas.Interval(settings.Retention, stability)), 1, settings.MaxIntervalDays);
        return fuzz is { } draw ? IntervalFuzz.Apply(wanted, elapsedDays, settings.MaxIntervalDays, draw) : (int)wanted;
    }

    // As the reference does; .NET's default rounds halves to even.
    private static double RoundHalfUp(double value) => Math.Floor(value + 0.5);
}
