namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Texts as a member compares them: words, without case, spacing and punctuation.</summary>
internal static class OptionWords
{
    /// <summary>The words of a text in lower case.</summary>
    public static string[] Of(string text)
    {
        var plain = string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsLetterOrDigit(source[i]) || char.IsSurrogate(source[i]) ? char.ToLowerInvariant(source[i]) : ' ';
        });
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether the words of one text stand together, in order, in another. No words stand nowhere.</summary>
    public static bool Contain(string[] whole, string[] part)
    {
        if (part.Length == 0)
            return false;
        for (var start = 0; start + part.Length <= whole.Length; start++)
        {
            if (whole.AsSpan(start, part.Length).SequenceEqual(part))
                return true;
        }

        return false;
    }

    /// <summary>Whether a member would see the same option twice: only case and spacing differ.</summary>
    public static bool AreEqual(string one, string other) =>
        string.Equals(SingleSpaced(one), SingleSpaced(other), StringComparison.OrdinalIgnoreCase);

    private static string SingleSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
