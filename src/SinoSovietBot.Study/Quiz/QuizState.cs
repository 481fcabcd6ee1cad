using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

/// <summary>A quiz at one moment. Changed only by <see cref="QuizRules"/>; everything here can be rebuilt from what was stored.</summary>
public sealed record QuizState
{
    public required QuizId Id { get; init; }

    public required ServerId Server { get; init; }

    public required ChannelId Channel { get; init; }

    public required MemberId Host { get; init; }

    /// <summary>Whether the host was a teacher when the quiz started: only then can its rounds be ranked.</summary>
    public required bool HostIsTeacher { get; init; }

    public required DeckAddress Deck { get; init; }

    public required string DeckTitle { get; init; }

    /// <summary>The topic it was limited to, or null.</summary>
    public string? Topic { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Never empty.</summary>
    public required ImmutableArray<AskedQuestion> Questions { get; init; }

    public QuizPhase Phase { get; init; }

    public PostedMessage? LobbyMessage { get; init; }

    /// <summary>The current round, from 0; meaningless in the lobby.</summary>
    public int Round { get; init; }

    /// <summary>How often the current round has been posted: 1, and one more for each restart or lost message.</summary>
    public int Opening { get; init; }

    /// <summary>The current round's message; null until Discord has confirmed it.</summary>
    public PostedMessage? RoundMessage { get; init; }

    /// <summary>Those who pressed Join and have not left.</summary>
    public ImmutableHashSet<MemberId> Joined { get; init; } = [];

    /// <summary>The display name of the host and of everyone who is in or has answered, as last seen.</summary>
    public ImmutableDictionary<MemberId, string> Names { get; init; } = ImmutableDictionary<MemberId, string>.Empty;

    /// <summary>The standing answers of the current round.</summary>
    public ImmutableDictionary<MemberId, GivenAnswer> Answers { get; init; } = ImmutableDictionary<MemberId, GivenAnswer>.Empty;

    /// <summary>What each member who has answered has reached in the rounds revealed so far.</summary>
    public ImmutableDictionary<MemberId, Score> Scores { get; init; } = ImmutableDictionary<MemberId, Score>.Empty;

    /// <summary>Rounds in a row, up to now, that nobody answered.</summary>
    public int SilentRounds { get; init; }

    /// <summary>An update of the number of answers on the message is on its way.</summary>
    public bool CountPending { get; init; }

    public EndReason? End { get; init; }

    /// <summary>The question of the current round.</summary>
    public AskedQuestion Question => Questions[Round];

    /// <summary>The time of all revealed rounds together, as if nobody had answered.</summary>
    public TimeSpan FullTime => Questions.Take(RevealedRounds).Aggregate(TimeSpan.Zero, (sum, question) => sum + question.Time);

    /// <summary>How many of the revealed rounds may count on boards.</summary>
    public int EligibleRounds { get; init; }

    /// <summary>How many rounds have been revealed.</summary>
    public int RevealedRounds { get; init; }
}

/// <summary>Where a quiz stands.</summary>
public enum QuizPhase
{
    /// <summary>Members join; nothing has been asked.</summary>
    Lobby,

    /// <summary>The current round takes answers.</summary>
    Asking,

    /// <summary>The current round's answer is shown.</summary>
    Revealed,

    /// <summary>Over; nothing changes any more.</summary>
    Ended,
}

/// <summary>Why a quiz ended.</summary>
public enum EndReason
{
    /// <summary>Every question was asked.</summary>
    Finished,

    /// <summary>The host or a teacher ended it.</summary>
    Stopped,

    /// <summary>Nobody joined the lobby.</summary>
    NobodyJoined,

    /// <summary>Nobody answered <see cref="QuizLimits.SilentRounds"/> questions in a row.</summary>
    Silence,

    /// <summary>The channel is gone, or closed to the bot.</summary>
    ChannelLost,
}

/// <summary>A member's standing answer in a round.</summary>
/// <param name="Option">The index of the option; null where the answer was typed.</param>
/// <param name="Response">From the question's message to the press, on Discord's clock.</param>
/// <param name="Changes">How often it was changed: 0 for a first answer.</param>
/// <param name="Press">The press that gave it; later presses have greater ids.</param>
public readonly record struct GivenAnswer(int? Option, TimeSpan Response, int Changes, ulong Press)
{
    /// <summary>What was typed, as it was marked; null where an option was pressed.</summary>
    public Marking.Marking? Typed { get; init; }
}

/// <summary>What a member has reached.</summary>
/// <param name="Correct">Right answers: one point each.</param>
/// <param name="Answered">Rounds answered.</param>
/// <param name="Time">Response times together; a round not answered counts with its full time.</param>
public readonly record struct Score(int Correct, int Answered, TimeSpan Time);
