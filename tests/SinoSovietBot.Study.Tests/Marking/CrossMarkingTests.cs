using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

/// <summary>Marking against whole decks: what is right for one question must not be right for another.</summary>
public sealed class CrossMarkingTests
{
    [Fact]
    public void AnAnswerOfTheRepositorysDecksIsRightForItsOwnQuestion()
    {
        var faults =
            from deck in RepositoryDecks.All()
            from question in deck.Questions.Where(IsTyped)
            let key = MarkingKey.Of(question, deck)
            from answer in Answers(question)
            let marking = Marker.Mark(key, answer)
            where marking.Verdict != Verdict.Right
            select $"{question.Id}: '{answer}' is {marking.Verdict} by {marking.Rule}.";

        AssertNone(faults);
    }

    [Fact]
    public void AnAnswerOfTheRepositorysDecksIsNotRightForAnyOtherQuestionOfItsKind() => AssertNone(RepositoryDecks.All().SelectMany(Offences));

    [Fact]
    public void ARejectedOrVagueWordingOfTheRepositorysDecksIsNeverRight()
    {
        var faults =
            from deck in RepositoryDecks.All()
            from question in deck.Questions.Where(question => IsTyped(question) && question.Items.IsEmpty)
            let key = MarkingKey.Of(question, deck)
            from wording in question.Vague.Concat(question.Reject).Concat(question.Distractors.Select(distractor => distractor.Text))
            let marking = Marker.Mark(key, wording)
            where marking.Verdict == Verdict.Right
            select $"{question.Id}: '{wording}' is right by {marking.Rule}.";

        AssertNone(faults);
    }

    private static IEnumerable<string> Offences(Deck deck)
    {
        var typed = deck.Questions.Where(IsTyped).ToList();
        return
            from question in typed
            let key = MarkingKey.Of(question, deck)
            from other in typed
            where other.Kind == question.Kind && other.Id != question.Id && !SayTheSame(deck, question, other)
            let answer = Answers(other).First()
            let marking = Marker.Mark(key, answer)
            where marking.Verdict == Verdict.Right
            select $"'{answer}' of {other.Id} is right for {question.Id} ('{question.Answer}') by {marking.Rule}.";
    }

    /// <summary>
    /// The deck says so: the answer of one is the answer of the other or accepted by it, or another spelling of the same name; or two lists are
    /// about points that it calls near duplicates, so that they have ideas in common.
    /// </summary>
    private static bool SayTheSame(Deck deck, Question question, Question other)
    {
        if (question.Kind == QuestionKind.List)
            return deck.NearDuplicates.Any(cluster => question.Points.Any(cluster.Points.Contains) && other.Points.Any(cluster.Points.Contains));
        var accepted = question.Accept.Append(question.Answer).Select(Normaliser.Normalise).ToHashSet(StringComparer.Ordinal);
        var names = deck.Names.Select(name => name.Also.Append(name.Name).Select(Normaliser.Normalise).ToHashSet(StringComparer.Ordinal));
        var answer = Normaliser.Normalise(other.Answer);
        return accepted.Contains(answer) || names.Any(spellings => spellings.Contains(answer) && spellings.Overlaps(accepted));
    }

    private static IEnumerable<string> Answers(Question question) => question.Items.IsEmpty
        ? question.Accept.Prepend(question.Answer)
        : [string.Join('\n', question.Items.Select(item => item.Text))];

    private static bool IsTyped(Question question) =>
        question.Kind is QuestionKind.Gap or QuestionKind.Who or QuestionKind.Typed or QuestionKind.List or QuestionKind.Order;

    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
