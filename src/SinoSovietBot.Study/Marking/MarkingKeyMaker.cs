using System.Collections.Immutable;
using SinoSovietBot.Study.Marking.Names;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>Makes the key of a question from the question and what the rest of its deck says.</summary>
internal static class MarkingKeyMaker
{
    // Longer answers of other questions are sentences that nobody writes by a slip.
    private const int MostWordsOfARival = 6;

    public static MarkingKey Make(Question question, DeckWordings deck)
    {
        var key = new MarkingKey
        {
            Form = question.Kind switch
            {
                QuestionKind.List => AnswerForm.List,
                QuestionKind.Order => AnswerForm.Order,
                _ => AnswerForm.Text,
            },
            Answer = question.Answer,
            Accept = question.Accept.AddRange(WithWordsBesideTheGap(question)),
            Vague = question.Vague,
            Reject = question.Reject,
            Items = question.Items,
            Also = question.Also,
            Count = question.Count,
        };
        key = key with { Equivalents = Groups(key, deck) };
        return key.Form == AnswerForm.Text ? key with { Others = Others(key, question, deck) } : key;
    }

    // To "$____ million" members write 300, but also $300 million.
    private static IEnumerable<string> WithWordsBesideTheGap(Question question)
    {
        var gap = question.Kind == QuestionKind.Gap ? question.Prompt.IndexOf(Question.Blank, StringComparison.Ordinal) : -1;
        if (gap < 0 || AmountReader.Read(Normaliser.Normalise(question.Answer)) is not { Unit: null })
            return [];
        var before = gap > 0 && Units.Known(question.Prompt[(gap - 1)..gap]) is not null ? question.Prompt[(gap - 1)..gap] : "";
        var after = question.Prompt[(gap + Question.Blank.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)
            .Select(word => word.Trim('.', ',', ';', '?', '!', ':')).ToArray();
        var unit = after switch
        {
            ["per", "cent"] => "per cent",
            [var word, ..] when Numbers.IsScale(word.ToLowerInvariant()) || Units.Known(word.ToLowerInvariant()) is not null => word,
            _ => "",
        };
        return new[] { $"{before}{question.Answer}", $"{before}{question.Answer} {unit}".Trim(), $"{question.Answer} {unit}".Trim() }
            .Where(wording => wording != question.Answer)
            .Distinct();
    }

    /// <summary>The groups of the deck's names that this key has to do with: one of their spellings stands in it.</summary>
    private static ImmutableArray<ImmutableArray<string>> Groups(MarkingKey key, DeckWordings deck)
    {
        var texts = key.Accept.Concat(key.Vague).Concat(key.Reject).Append(key.Answer)
            .Concat(key.Items.Concat(key.Also).SelectMany(item => item.Accept.Append(item.Text)))
            .Select(DeckWordings.Spaced)
            .ToList();
        return
        [
            .. deck.Names
                .Where(name => name.Spaced.Any(spelling => texts.Exists(text => text.Contains(spelling, StringComparison.Ordinal))))
                .Select(name => name.Group),
        ];
    }

    // Only what a slip could reach: two slips from here, two from there.
    private static ImmutableArray<string> Others(MarkingKey key, Question question, DeckWordings deck)
    {
        var own = key.Accept.Prepend(key.Answer).Select(DeckWordings.Compact).ToHashSet(StringComparer.Ordinal);
        var candidates = deck.Rivals.Where(rival => rival.Question != question.Id).Select(rival => (rival.Text, Compact: rival.Compact))
            .Concat(question.Distractors.Select(distractor => (distractor.Text, Compact: DeckWordings.Compact(distractor.Text))));
        var names = new NameBook(key.Equivalents);
        var accepted = key.Accept.Prepend(key.Answer).Select(text => Phrase.Of(Normaliser.Normalise(text), names)).ToList();
        return
        [
            .. candidates.DistinctBy(candidate => candidate.Text, StringComparer.Ordinal)
                .Where(candidate => candidate.Text.Count(character => character == ' ') < MostWordsOfARival)
                .Where(candidate => IsNear(candidate.Compact, own))
                .Select(candidate => candidate.Text)
                .Where(text => !accepted.Exists(phrase => phrase.SameName(Phrase.Of(Normaliser.Normalise(text), names)))),
        ];
    }

    // Most candidates are of another length, which is quickly told.
    private static bool IsNear(string compact, HashSet<string> own) =>
        own.Any(mine => Math.Abs(compact.Length - mine.Length) <= Reach(mine) && Slips.Distance(compact, mine, Reach(mine)) <= Reach(mine));

    private static int Reach(string compact) => Math.Max(2, compact.Length / 3);
}
