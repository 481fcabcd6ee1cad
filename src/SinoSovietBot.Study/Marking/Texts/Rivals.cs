using System.Collections.Immutable;
using System.Numerics;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>
/// What a misspelling must not come as near to as to the right answer: other answers of the deck, rejected ones, and all other known names.
/// </summary>
internal sealed class Rivals(NameBook names, List<Wording> accepted, ImmutableArray<string> others)
{
    /// <summary>Whether a rival is within so many slips of what was typed.</summary>
    public bool AnyWithin(Typed typed, int slips)
    {
        var mine = typed.PlainPhrase.Forms().Select(form => string.Concat(form.Content)).Distinct()
            .Select(form => (Text: form, Letters: Spelling.LettersOf(form))).ToList();
        return Spellings().Any(rival => mine.Exists(form => IsWithin(form.Text, form.Letters, rival, slips)));
    }

    // The letters first: they rule out nearly all of thousands of names at once.
    private static bool IsWithin(string mine, uint letters, Spelling rival, int slips) =>
        BitOperations.PopCount(letters ^ rival.Letters) <= 2 * slips && Slips.Distance(mine, rival.Compact, slips) <= slips;

    private IEnumerable<Spelling> Spellings()
    {
        var own = accepted.SelectMany(wording => wording.Phrase.Forms()).Select(form => form.Thing?.Mark).Where(mark => mark is not null).ToHashSet();
        var ofNames = names.All.Where(thing => !own.Contains(thing.Mark)).SelectMany(thing => thing.Spellings);
        return OfOthers().Concat(ofNames);
    }

    private IEnumerable<Spelling> OfOthers() => others
        .Select(other => Phrase.Of(Normaliser.Normalise(other), names))
        .Where(other => !accepted.Exists(wording => wording.Phrase.SameName(other)))
        .SelectMany(Slips.Spellings)
        .Select(words => new Spelling(words, words, string.Concat(words)));
}
