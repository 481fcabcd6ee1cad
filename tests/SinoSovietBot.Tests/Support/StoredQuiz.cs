using System.Collections.Immutable;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Support;

/// <summary>What a database holds of a quiz after a change.</summary>
internal static class StoredQuiz
{
    public static QuizId? IdOf(QuizChange change) => change switch
    {
        QuizChange.Opened opened => opened.Quiz.Id,
        QuizChange.LobbyPosted posted => posted.Quiz,
        QuizChange.MemberJoined joined => joined.Quiz,
        QuizChange.MemberLeft left => left.Quiz,
        QuizChange.RoundAsked asked => asked.Quiz,
        QuizChange.RoundPosted posted => posted.Quiz,
        QuizChange.AnswerGiven answer => answer.Quiz,
        QuizChange.RoundRevealed revealed => revealed.Reveal.Quiz.Id,
        QuizChange.Ended ended => ended.Quiz,
        QuizChange.EndAnnounced announced => announced.Quiz,
        _ => null,
    };

    public static QuizState? Apply(QuizState? quiz, QuizChange change) => change switch
    {
        QuizChange.Opened opened => opened.Quiz,
        _ when quiz is null => null,
        QuizChange.LobbyPosted posted => quiz with { LobbyMessage = posted.Message },
        QuizChange.MemberNamed named => quiz with { Names = quiz.Names.SetItem(named.Member, named.Name) },
        QuizChange.MemberJoined joined => quiz with { Joined = quiz.Joined.Add(joined.Member) },
        QuizChange.MemberLeft left => quiz with { Joined = quiz.Joined.Remove(left.Member) },
        QuizChange.RoundAsked asked => quiz with
        {
            Phase = QuizPhase.Asking,
            Round = asked.Round,
            Opening = asked.Opening,
            RoundMessage = null,
            Answers = asked.Opening == 1 ? ImmutableDictionary<MemberId, GivenAnswer>.Empty : quiz.Answers,
        },
        QuizChange.RoundPosted posted => quiz with { RoundMessage = posted.Message },
        QuizChange.AnswerGiven answer => quiz with { Answers = quiz.Answers.SetItem(answer.Member, answer.Answer) },
        QuizChange.RoundRevealed revealed => Revealed(quiz, revealed.Reveal),
        QuizChange.Ended ended => quiz with { Phase = QuizPhase.Ended, End = ended.Reason },
        _ => quiz,
    };

    // The sums are the rules' own; only which of them are stored is the database's business.
    private static QuizState Revealed(QuizState quiz, RoundReveal reveal)
    {
        var next = QuizRules.Apply(reveal.Quiz, new QuizInput.TimeUp(reveal.Quiz.Round, reveal.Quiz.Opening, reveal.At)).Next;
        return quiz with
        {
            Phase = QuizPhase.Revealed,
            Scores = next.Scores,
            RevealedRounds = next.RevealedRounds,
            SilentRounds = next.SilentRounds,
        };
    }
}
