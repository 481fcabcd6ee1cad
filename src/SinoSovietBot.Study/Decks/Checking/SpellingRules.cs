using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Names are spelt as the deck's list of names has them.</summary>
internal static partial class SpellingRules
{
    // Shorter names have too many neighbours: Iran and Iraq, Carter and Charter.
    private const int ShortestName = 7;
    private const int LongName = 9;

    public static IEnumerable<DeckFinding> Find(CheckedDeck deck)
    {
        var names = deck.Deck.Names.SelectMany(name => name.Also.Prepend(name.Name)).SelectMany(Capitalised).ToHashSet(StringComparer.Ordinal);
        var known = names.Where(name => name.Length >= ShortestName).ToImmutableArray();
        if (known.IsEmpty)
            return [];

        var texts = Texts(deck.Deck).ToList();
        var ordinary = texts
            .SelectMany(text => LowerCase().Matches(text.Text))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from found in texts.SelectMany(text => Capitalised(text.Text).Select(word => (text.Question, word))).DistinctBy(pair => pair.word)
            where found.word.Length >= ShortestName - 1 && !names.Contains(found.word) && !ordinary.Contains(found.word)
            let near = known.FirstOrDefault(name => IsTypo(found.word, name))
            where near is not null
            select new DeckFinding(DeckTrap.Misspelling, found.Question, CheckMessages.Misspelling(found.word, near));
    }

    // Albanian is no misspelling of Albania.
    private static bool IsTypo(string word, string name)
    {
        var allowed = name.Length >= LongName ? 2 : 1;
        return word.Length <= DeckLimits.IdLength
            && name.Length <= DeckLimits.IdLength
            && Math.Abs(word.Length - name.Length) <= allowed
            && !word.StartsWith(name, StringComparison.Ordinal)
            && !name.StartsWith(word, StringComparison.Ordinal)
            && !IsInflection(word, name)
            && DidYouMean.Distance(word, name) <= allowed;
    }

    // China and Chinese, Germany and Germans: the start is the same, only the ending differs.
    private static bool IsInflection(string word, string name)
    {
        var common = word.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count();
        return common >= Math.Min(word.Length, name.Length) - 1;
    }

    private static IEnumerable<(QuestionId? Question, string Text)> Texts(Deck deck)
    {
        foreach (var card in deck.Cards)
        {
            yield return (null, card.Front);
            foreach (var point in card.AllPoints)
                yield return (null, point.Text);
        }

        foreach (var question in deck.Questions)
        {
            foreach (var text in question.Options().Prepend(question.Prompt).Append(question.Explanation))
                yield return (question.Id, text);
        }
    }

    private static IEnumerable<string> Capitalised(string text) => CapitalisedWord().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\b\p{Lu}\p{L}+", RegexOptions.ExplicitCapture)]
    private static partial Regex CapitalisedWord();

    [GeneratedRegex(@"\b\p{Ll}\p{L}+", RegexOptions.ExplicitCapture)]
    private static partial Regex LowerCase();
}
