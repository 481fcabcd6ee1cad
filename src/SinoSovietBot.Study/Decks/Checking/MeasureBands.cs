namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>What is accepted of a set of questions; every bound is inclusive. <c>docs/deck-format.md</c> says why.</summary>
public static class MeasureBands
{
    /// <summary>Questions with options, statements to be judged apart, below which nothing is said about a set.</summary>
    public const int MinOptionItems = 30;

    /// <summary>Statements to be judged below which nothing is said about how many are true.</summary>
    public const int MinStatements = 10;

    /// <summary>Questions whose four options are numbers, below which nothing is said about the key's rank.</summary>
    public const int MinNumberItems = 12;

    /// <summary>How often the longest option is the key, and the shortest; chance is a quarter with four options.</summary>
    public static readonly Band PickByLength = new(0.15, 0.35);

    /// <summary>How often the option with most words of the stem is the key.</summary>
    public static readonly Band StemOverlap = new(0, 0.35);

    /// <summary>The mean length of the keys, divided by that of the distractors.</summary>
    public static readonly Band LengthRatio = new(0.9, 1.1);

    public static readonly Band TrueShare = new(0.4, 0.6);

    public static readonly Band PointsTouched = new(0.8, 1);

    public const int MinItemsOfCard = 2;

    /// <summary>The shares of easy, middling and hard questions: near 50, 30 and 20 per cent.</summary>
    public static readonly Band Easy = new(0.4, 0.6);

    public static readonly Band Middling = new(0.2, 0.4);

    public static readonly Band Hard = new(0.1, 0.3);

    /// <summary>How often the key is the smallest of four numbers, the second, the third, the largest.</summary>
    public static readonly Band NumberRank = new(0.1, 0.4);
}

/// <summary>The values between two bounds, bounds included.</summary>
public readonly record struct Band(double Low, double High)
{
    // A share such as 9 of 60 is not exactly 0.15 in binary.
    private const double Rounding = 1e-9;

    public bool Holds(double value) => value >= Low - Rounding && value <= High + Rounding;
}
