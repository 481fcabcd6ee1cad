using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>Short names are too near to each other for a slip to count, but it may be put right: "Zhu Enlai", "Moa".</summary>
internal static class NameSlips
{
    private const int ShortestName = 3;
    private const int ShortWord = 5;

    public static bool IsNear(Typed typed, List<Wording> accepted) => accepted
        .SelectMany(wording => wording.PlainPhrase.Forms())
        .Where(form => form.Thing is { Kind: NameKind.Person or NameKind.OfDeck })
        .SelectMany(Slips.Spellings)
        .Any(spelling => typed.PlainPhrase.Forms().Any(form => IsNear(form.Content, spelling)));

    private static bool IsNear(List<string> typed, List<string> name)
    {
        if (typed.Count != name.Count)
            return false;
        var (isSlip, isAnchored) = (false, name is [{ Length: >= ShortestName }] or [_, _, _, ..]);
        for (var at = 0; at < name.Count; at++)
        {
            if (Slips.InWord(typed[at], name[at]) is not null)
                isAnchored |= name[at].Length >= ShortWord;
            else if (!isSlip && name[at].Length < ShortWord && typed[at].Length is >= ShortestName - 1 and <= ShortWord
                && Slips.Distance(typed[at], name[at], 1) <= 1)
                isSlip = true;
            else
                return false;
        }

        return isSlip && isAnchored;
    }
}
