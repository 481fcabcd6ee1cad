namespace SinoSovietBot.Study.Marking;

/// <summary>Several answers in one.</summary>
internal static class Alternatives
{
    private static readonly char[] Signs = [',', ';', '/', '|', '\n', '(', ')', '=', '>', '"', ':'];
    private static readonly string[] Conjunctions = [" or ", " and ", " & ", " + ", " aka ", " also known as ", " then ", " no ", " - ", " ie "];

    /// <summary>The parts of a normalised text between commas and "and", normalised.</summary>
    public static List<string> Joined(string text) =>
        [.. text.Split([",", " and ", " & ", " + "], StringSplitOptions.None).Select(Normaliser.Trim).Where(part => part.Length > 0)];

    /// <summary>The parts of a normalised text, normalised; it alone where there is nothing to part.</summary>
    public static List<string> Of(string text) =>
    [
        .. text.Split(Conjunctions, StringSplitOptions.None)
            .SelectMany(part => part.Split(Signs))
            .Select(part => Fillers.Strip(Normaliser.Trim(part)))
            .Where(part => part.Length > 0 && part is not ("or" or "and")),
    ];
}
