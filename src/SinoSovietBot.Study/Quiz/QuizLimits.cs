namespace SinoSovietBot.Study.Quiz;

/// <summary>The edges of a quiz. Every minimum and maximum is inclusive.</summary>
public static class QuizLimits
{
    public const int MinQuestions = 1;
    public const int MaxQuestions = 50;
    public const int DefaultQuestions = 10;
    public const int MinSeconds = 10;
    public const int MaxSeconds = 240;

    /// <summary>Characters of a typed answer.</summary>
    public const int TypedLength = 200;

    /// <summary>Characters of a typed list.</summary>
    public const int TypedListLength = 1000;

    /// <summary>A quiz that nobody answers stops after this many rounds in a row.</summary>
    public const int SilentRounds = 5;

    /// <summary>Fewer members than this in a round make it practice: it counts on no board.</summary>
    public const int RankedMembers = 3;

    /// <summary>A member who met a question within this time meets it again as practice.</summary>
    public static readonly TimeSpan RankedRest = TimeSpan.FromHours(24);

    /// <summary>The bot waits this much longer than the deadline, so that presses made in time but still on their way are counted.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Where Discord cannot be heard when a round is to close, the bot waits this much longer for what was pressed in time: with the grace as long
    /// as Discord waits for an answer to a press.
    /// </summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(2.5);

    /// <summary>How often, at most, the number of answers on a round's message is brought up to date: Discord limits edits.</summary>
    public static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(3);

    /// <summary>A lobby in which nobody has joined closes after this long.</summary>
    public static readonly TimeSpan EmptyLobby = TimeSpan.FromMinutes(15);
}
