namespace SinoSovietBot.Study.Questions;

/// <summary>A seed that depends on a text alone.</summary>
internal static class StableSeed
{
    // FNV-1a: string.GetHashCode differs from process to process.
    public static int Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619u);
        return (int)(hash & int.MaxValue);
    }
}
