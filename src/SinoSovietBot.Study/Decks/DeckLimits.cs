namespace SinoSovietBot.Study.Decks;

/// <summary>How large a deck may be. Every maximum is inclusive; lengths are UTF-16 code units of the trimmed text.</summary>
public static class DeckLimits
{
    public const int FileBytes = 2_000_000;

    /// <summary>Lists and groups of keys inside each other, the file itself being the first.</summary>
    public const int Nesting = 16;

    public const int IdLength = 64;

    public const int TitleLength = 100;

    public const int SubjectLength = 100;

    public const int LanguageLength = 35;

    public const int LicenceLength = 200;

    /// <summary>Of the deck's <c>source</c>.</summary>
    public const int DeckSourceLength = 1_000;

    public const int TopicLength = 50;

    public const int FrontLength = 250;

    public const int NoteLength = 1_000;

    /// <summary>Of a spelling of a name.</summary>
    public const int NameLength = 100;

    /// <summary>Of what near-duplicate points have in common.</summary>
    public const int ThemeLength = 200;

    public const int PointTextLength = 500;

    /// <summary>Of a point's <c>source</c>.</summary>
    public const int SourceTextLength = 500;

    public const int CorrectionLength = 600;

    public const int PromptLength = 300;

    /// <summary>Of an answer or a wrong option.</summary>
    public const int OptionLength = 150;

    public const int ExplanationLength = 600;

    public const int WhyLength = 300;

    public const int MinOptions = 2;

    public const int MaxOptions = 4;

    public const int MinOrderItems = 3;

    public const int MaxOrderItems = 6;

    public const int MinListItems = 2;

    /// <summary>Ideas of a list, and as many more that are right but not on the card.</summary>
    public const int MaxListItems = 20;

    /// <summary>Of each list of accepted, vague or rejected wordings, and of spellings of a name.</summary>
    public const int Wordings = 40;

    /// <summary>Notes of one card, or of the deck.</summary>
    public const int Notes = 30;

    public const int Names = 500;

    public const int NearDuplicates = 500;

    public const int MinDifficulty = 1;

    public const int MaxDifficulty = 3;

    public const int Cards = 10_000;

    public const int Questions = 10_000;

    /// <summary>Points and sub-points of one card together.</summary>
    public const int PointsOfCard = 100;

    /// <summary>A point of a card has depth 1.</summary>
    public const int PointDepth = 4;

    /// <summary>How many problems one reading reports; a file of two million bytes could have a million.</summary>
    public const int Problems = 1_000;
}
