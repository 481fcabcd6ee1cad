namespace SinoSovietBot.Study.Marking;

/// <summary>Words around an answer that say nothing: "I think it was in ...".</summary>
internal static class Fillers
{
    private static readonly string[] Before =
    [
        "i think", "i believe", "i guess", "i reckon", "i would say", "id say", "i'd say", "im guessing", "i'm guessing", "i am guessing",
        "im pretty sure",
        "i'm pretty sure", "i am pretty sure", "im sure", "i'm sure", "pretty sure", "fairly sure", "not sure but", "im not sure but",
        "i'm not sure but",
        "i am not sure but", "i dont know but", "i don't know but", "idk but", "was it", "is it", "it was", "it is", "it's", "its", "that was",
        "that is",
        "that's", "thats", "this was", "this is", "they were", "he was", "she was", "there were", "there was", "the answer is", "answer is",
        "my answer is",
        "the answer", "answer", "must be", "it must be", "must have been", "it must have been", "has to be", "obviously", "clearly", "surely",
        "definitely",
        "probably", "maybe", "perhaps", "possibly", "presumably", "um", "umm", "er", "erm", "uh", "hmm", "ok", "okay", "so", "well", "like", "that",
        "called",
        "named", "known as", "because of", "due to", "owing to", "in the year", "in the", "in", "on the", "on", "at the", "at", "during the",
        "during",
        "the year", "year", "by the", "by", "with the", "with", "for the", "for", "to the", "to", "from the", "from", "an", "a", "the",
    ];

    private static readonly string[] After =
    [
        "i think", "i believe", "i guess", "i reckon", "im pretty sure", "i'm pretty sure", "probably", "maybe", "perhaps", "possibly", "obviously",
        "definitely", "sir", "miss", "please", "lol", "haha", "innit", "surely", "for sure", "idk", "not sure", "im not sure", "i'm not sure",
    ];

    /// <summary>A normalised text without them; the text itself where nothing else would be left.</summary>
    public static string Strip(string normalised)
    {
        var rest = normalised;
        while (Shorter(rest) is { } shorter)
            rest = shorter;
        return rest;
    }

    private static string? Shorter(string text)
    {
        foreach (var filler in Before)
        {
            if (text.Length > filler.Length && text.StartsWith(filler, StringComparison.Ordinal) && text[filler.Length] is (' ' or ',' or ':' or '-'))
                return Rest(text, text[(filler.Length + 1)..]);
        }

        foreach (var filler in After)
        {
            if (text.Length > filler.Length && text.EndsWith(filler, StringComparison.Ordinal)
                && text[^(filler.Length + 1)] is (' ' or ',' or '-' or '('))
                return Rest(text, text[..^(filler.Length + 1)]);
        }

        return null;
    }

    private static string? Rest(string text, string rest) =>
        Normaliser.Trim(rest) is { Length: > 0 } trimmed && trimmed.Length < text.Length ? trimmed : null;
}
