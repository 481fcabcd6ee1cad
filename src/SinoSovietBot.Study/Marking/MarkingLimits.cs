namespace SinoSovietBot.Study.Marking;

/// <summary>How much may be typed. Inclusive; lengths are UTF-16 code units of the normalised text.</summary>
public static class MarkingLimits
{
    /// <summary>Of an answer that is one text, and of one entry of a list or an order.</summary>
    public const int TextLength = 200;

    /// <summary>Of a whole list or order.</summary>
    public const int ListLength = 1_500;

    /// <summary>Of what is looked at at all, before normalising.</summary>
    public const int RawLength = 4_000;

    /// <summary>A list passes with this share of what it asks for, rounded up.</summary>
    public const int ListPassPercent = 60;
}
