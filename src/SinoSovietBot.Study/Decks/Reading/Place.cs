namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Where something stands in a file; line and column from 1.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
