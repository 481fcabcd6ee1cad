using System.Collections.Immutable;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>What a misspelling must not come as near to as to the right answer: other answers of the deck, rejected ones, and all other known names.</summary>
internal sealed class Rivals(NameBook names, List<Wording> accepted, ImmutableArray<string> others)
{
    /// <summary>Whether a rival is within so many slips of what was typed.</summary>
    public bool AnyWithin(Typed typed, int slips)
    {
        var mine = typed.PlainPhrase.Forms().Select(form => string.Concat(form.Content)).Distinct().ToList();
        return Spellings().Any(rival => mine.Exists(form => Slips.Distance(form, rival, slips) <= slips));
    }

    private IEnumerable<string> Spellings()
    {
        var own = accepted.SelectMany(wording => wording.Phrase.Forms()).Select(form => form.Thing?.Mark).Where(mark => mark is not null).ToHashSet();
        var ofNames = names.All.Where(thing => !own.Contains(thing.Mark)).SelectMany(thing => thing.Spellings).Select(spelling => spelling.Compact);
        return OfOthers().Concat(ofNames);
    }

    private IEnumerable<string> OfOthers() => others
        .Select(other => Phrase.Of(Normaliser.Normalise(other), names))
        .Where(other => !accepted.Exists(wording => wording.Phrase.SameName(other)))
        .SelectMany(Slips.Spellings)
        .Select(words => string.Concat(words));
}
