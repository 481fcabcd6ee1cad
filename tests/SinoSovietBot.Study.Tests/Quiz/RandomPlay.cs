using CsCheck;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Study.Tests.Quiz;

/// <summary>One random move; what it means depends on where the quiz stands, so that most moves do something and some come too late.</summary>
/// <param name="Kind">0 to 99: which input.</param>
/// <param name="Who">Which of six members; 0 is the host.</param>
/// <param name="Option">-1 to 4, so that some are unknown.</param>
/// <param name="Stale">0 to 9: with 0 the input is meant for the round or opening before, with 1 for the one after.</param>
/// <param name="Wait">Milliseconds until it happens.</param>
internal readonly record struct Move(int Kind, int Who, int Option, int Stale, int Wait);

/// <summary>Plays random quizzes through the rules.</summary>
internal static class RandomPlay
{
    public static readonly Gen<Move[]> Moves =
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 5], Gen.Int[-1, 4], Gen.Int[0, 9], Gen.Int[0, 9_000], (kind, who, option, stale, wait) =>
            new Move(kind, who, option, stale, wait)).Array[0, 120];

    /// <summary>What is typed, with the verdicts of a strict reader: as a name, and as a list.</summary>
    public static readonly string[] Texts = ["Khrushchev", "khruschev", "Mao", "the Soviet leader", "trade, aid", "..."];

    public static bool IsRight(AskedQuestion question, string text) => question.Key!.Count > 0 ? text == Texts[4] : text == Texts[0] || text == Texts[1];

    /// <summary>Opens the quiz and makes the moves, one by one.</summary>
    public static IEnumerable<(QuizState Before, QuizInput Input, QuizStep Step)> Play(QuizState quiz, IEnumerable<Move> moves)
    {
        var state = quiz;
        var now = quiz.OpenedAt;
        ulong snowflake = 1;
        foreach (var input in moves.Select(Input).Prepend(_ => new QuizInput.Open()))
        {
            var before = state;
            var made = input(before);
            var step = QuizRules.Apply(before, made);
            state = step.Next;
            yield return (before, made, step);
        }

        Func<QuizState, QuizInput> Input(Move move) => current =>
        {
            now += TimeSpan.FromMilliseconds(move.Wait);
            return Of(current, move, new PostedMessage(++snowflake, now));
        };
    }

    private static QuizInput Of(QuizState state, Move move, PostedMessage at)
    {
        var member = move.Who == 0 ? state.Host : new MemberId(1000 + (ulong)move.Who);
        // A few have changed their name since the last press.
        string name = move.Wait % 50 == 0 ? $"Member {move.Who} (new)" : $"Member {move.Who}";
        int round = state.Round + (move.Stale == 0 ? -1 : move.Stale == 1 ? 1 : 0);
        var message = state.RoundMessage ?? at with { At = at.At.AddMilliseconds(-move.Wait) };
        int opening = state.Opening + (move.Stale == 2 ? -1 : 0);
        return move.Kind switch
        {
            // Now and then in the way that the question does not take.
            < 45 when state.Question.Key is null != (move.Kind == 0) => new QuizInput.Answer(member, name, round, move.Option, at, message),
            < 45 => new QuizInput.TypedAnswer(member, name, move.Stale == 3 ? null : round, Texts[move.Option + 1], at, move.Stale == 3 ? null : message),
            < 53 => new QuizInput.RoundPosted(round, opening, at),
            < 61 => new QuizInput.TimeUp(round, opening, at.At),
            < 69 => new QuizInput.RevealOver(round, at.At),
            < 77 => new QuizInput.Join(member, name, at.At),
            < 82 => new QuizInput.Leave(member, at.At),
            < 87 => new QuizInput.StartNow(member, move.Stale > 7, at.At),
            < 89 => new QuizInput.LobbyPosted(at),
            < 91 => new QuizInput.LobbyExpired(at.At),
            < 94 => new QuizInput.CountDue(round),
            < 95 => new QuizInput.MessageLost(round, opening, at.At),
            < 97 => new QuizInput.Resumed(at.At, ReopenCause.Restart),
            < 98 => new QuizInput.EndAnnounced(),
            < 99 => new QuizInput.ChannelLost(at.At),
            _ => new QuizInput.Stop(member, move.Stale > 7, at.At),
        };
    }
}
