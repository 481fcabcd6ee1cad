namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>
/// The formulas of FSRS-6 as open-spaced-repetition published them ("The Algorithm", awesome-fsrs wiki), one method each, each formula above the line
/// that computes it. G is the grade 1 to 4, S stability, D difficulty, R retrievability, t elapsed days. Pure and thread-safe.
/// </summary>
public sealed class FsrsFormulas(FsrsWeights w)
{
    public const double MinStability = 0.001;
    public const double MaxStability = 36_500;
    public const double MinDifficulty = 1;
    public const double MaxDifficulty = 10;

    // DECAY = -w20;  FACTOR = 0.9^(1/DECAY) - 1, so that R(S, S) = 0.9.
    private readonly double decay = -w[20];
    private readonly double factor = Math.Pow(0.9, -1 / w[20]) - 1;

    /// <summary>The chance to remember, 0 to 1, after a time.</summary>
    /// <param name="elapsedDays">From 0.</param>
    /// <param name="stability">Above 0.</param>
    public double Retrievability(double elapsedDays, double stability) =>
        // R(t, S) = (1 + FACTOR * t / S)^DECAY
        Math.Pow(1 + (factor * elapsedDays / stability), decay);

    /// <summary>After how many days, unrounded, the chance to remember has fallen to a wanted one.</summary>
    /// <param name="retention">Above 0 and below 1.</param>
    /// <param name="stability">Above 0.</param>
    public double Interval(double retention, double stability) =>
        // I(r, S) = S / FACTOR * (r^(1/DECAY) - 1)
        stability / factor * (Math.Pow(retention, 1 / decay) - 1);

    /// <summary>The memory after the first review ever.</summary>
    public Memory First(Grade grade) => new(
        // S0(G) = w(G-1)
        ClampStability(w[(int)grade - 1]),
        ClampDifficulty(FirstDifficulty(grade)));

    /// <summary>The memory after a review on a later day, or on the same day where no formula for that is wanted.</summary>
    public Memory Next(Memory memory, double elapsedDays, Grade grade, bool hasStepsWithinDay)
    {
        double retrievability = Retrievability(elapsedDays, memory.Stability);
        double stability = grade == Grade.Again
            ? AfterLapse(memory, retrievability, hasStepsWithinDay)
            : AfterSuccess(memory, retrievability, grade);
        return new Memory(ClampStability(stability), NextDifficulty(memory.Difficulty, grade));
    }

    /// <summary>The memory after another review on the same day.</summary>
    public Memory NextWithinDay(Memory memory, Grade grade)
    {
        // S'(S, G) = S * SInc;  SInc = e^(w17 * (G - 3 + w18)) * S^-w19, and at least 1 where it was remembered
        double increase = Math.Exp(w[17] * ((int)grade - 3 + w[18])) * Math.Pow(memory.Stability, -w[19]);
        if (grade != Grade.Again)
            increase = Math.Max(1, increase);
        return new Memory(ClampStability(memory.Stability * increase), NextDifficulty(memory.Difficulty, grade));
    }

    private static double ClampStability(double stability) => Math.Clamp(stability, MinStability, MaxStability);

    private static double ClampDifficulty(double difficulty) => Math.Clamp(difficulty, MinDifficulty, MaxDifficulty);

    private double FirstDifficulty(Grade grade) =>
        // D0(G) = w4 - e^(w5 * (G - 1)) + 1
        w[4] - Math.Exp(w[5] * ((int)grade - 1)) + 1;

    private double NextDifficulty(double difficulty, Grade grade)
    {
        // dD = -w6 * (G - 3);  D' = D + dD * (10 - D) / 9
        double change = -w[6] * ((int)grade - 3);
        double moved = difficulty + (change * (MaxDifficulty - difficulty) / 9);
        // D'' = w7 * D0(4) + (1 - w7) * D'
        return ClampDifficulty((w[7] * FirstDifficulty(Grade.Easy)) + ((1 - w[7]) * moved));
    }

    private double AfterSuccess(Memory memory, double retrievability, Grade grade)
    {
        double byGrade = grade switch { Grade.Hard => w[15], Grade.Easy => w[16], _ => 1 };
        // S'r(D, S, R, G) = S * (1 + e^w8 * (11 - D) * S^-w9 * (e^(w10 * (1 - R)) - 1) * (w15 if Hard) * (w16 if Easy))
        double growth = Math.Exp(w[8]) * (11 - memory.Difficulty) * Math.Pow(memory.Stability, -w[9])
            * (Math.Exp(w[10] * (1 - retrievability)) - 1) * byGrade;
        return memory.Stability * (1 + growth);
    }

    private double AfterLapse(Memory memory, double retrievability, bool hasStepsWithinDay)
    {
        // S'f(D, S, R) = w11 * D^-w12 * ((S + 1)^w13 - 1) * e^(w14 * (1 - R)), and at most S / e^(w17 * w18): what the steps of the day can win back
        double left = w[11] * Math.Pow(memory.Difficulty, -w[12]) * (Math.Pow(memory.Stability + 1, w[13]) - 1)
            * Math.Exp(w[14] * (1 - retrievability));
        double most = hasStepsWithinDay ? memory.Stability / Math.Exp(w[17] * w[18]) : memory.Stability;
        return Math.Min(left, most);
    }
}
