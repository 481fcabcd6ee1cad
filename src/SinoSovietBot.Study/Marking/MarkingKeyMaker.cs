using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking.Names;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>Makes the key of a question from the question and what the rest of its deck says.</summary>
internal static class MarkingKeyMaker
{
    // Longer answers of other questions are sentences that nobody writes by a slip.
    private const int MostWordsOfARival = 6;

    public static MarkingKey Make(Question question, Deck deck)
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
    private static ImmutableArray<ImmutableArray<string>> Groups(MarkingKey key, Deck deck)
    {
        var texts = key.Accept.Concat(key.Vague).Concat(key.Reject).Append(key.Answer)
            .Concat(key.Items.Concat(key.Also).SelectMany(item => item.Accept.Append(item.Text)))
            .Select(text => Spaced(text))
            .ToList();
        return
        [
            .. deck.Names
                .Select(name => name.Also.Insert(0, name.Name))
                .Where(group => group.Any(spelling => texts.Exists(text => text.Contains(Spaced(spelling), StringComparison.Ordinal)))),
        ];
    }

    private static string Spaced(string text) => $" {string.Join(' ', Words.Of(Normaliser.Normalise(text)))} ";

    // Only what a slip could reach: two slips from here, two from there.
    private static ImmutableArray<string> Others(MarkingKey key, Question question, Deck deck)
    {
        var own = key.Accept.Prepend(key.Answer).Select(Compact).ToHashSet(StringComparer.Ordinal);
        var candidates = deck.Names.SelectMany(name => name.Also.Insert(0, name.Name))
            .Concat(deck.Questions.Where(other => other.Items.IsEmpty && other.Id != question.Id).Select(other => other.Answer))
            .Concat(question.Distractors.Select(distractor => distractor.Text));
        var names = new NameBook(key.Equivalents);
        var accepted = key.Accept.Prepend(key.Answer).Select(text => Phrase.Of(Normaliser.Normalise(text), names)).ToList();
        return
        [
            .. candidates.Distinct(StringComparer.Ordinal)
                .Where(text => text.Count(character => character == ' ') < MostWordsOfARival)
                .Where(text => own.Any(mine => Slips.Distance(Compact(text), mine, Reach(mine)) <= Reach(mine)))
                .Where(text => !accepted.Exists(phrase => phrase.SameName(Phrase.Of(Normaliser.Normalise(text), names)))),
        ];
    }

    private static int Reach(string compact) => Math.Max(2, compact.Length / 3);

    private static string Compact(string text) => string.Concat(Words.Of(Normaliser.Normalise(text)));
}
