using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What a format that knows fronts and backs says about one card.</summary>
/// <param name="At">Its line.</param>
/// <param name="Key">The guid it came with; null when only its front tells it from others.</param>
/// <param name="Front">In one line.</param>
/// <param name="Topic">Null for that of the deck.</param>
/// <param name="Points">What is on its back.</param>
internal sealed record CardSketch(Place At, string? Key, string Front, string? Topic, ImmutableArray<PointSketch> Points)
{
    /// <summary>The id, where the format says it.</summary>
    public string? Id { get; init; }

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What to ask about it: one question for each cloze deletion.</summary>
    public ImmutableArray<GapSketch> Gaps { get; init; } = [];
}

/// <summary>What is known of a point; values that are null are left to the reader's defaults.</summary>
internal sealed record PointSketch(string Text)
{
    public string? Id { get; init; }

    public string? Source { get; init; }

    public string? Correction { get; init; }

    public string? Ask { get; init; }

    public string? Date { get; init; }

    public ImmutableArray<PointSketch> Points { get; init; } = [];

    /// <summary>This point, then its sub-points, depth first.</summary>
    public IEnumerable<PointSketch> Flat() => Points.SelectMany(point => point.Flat()).Prepend(this);
}

/// <summary>A gap question made of a cloze deletion.</summary>
/// <param name="Number">Of the deletion: the 1 of <c>c1</c>.</param>
/// <param name="Prompt">The text with the blank.</param>
/// <param name="Answer">What it hides.</param>
/// <param name="Explanation">The text with everything shown.</param>
internal sealed record GapSketch(int Number, string Prompt, string Answer, string Explanation);

/// <summary>What a file of cards says.</summary>
/// <param name="Cards">In order.</param>
/// <param name="Questions">Whole questions, as our own Anki export carries them.</param>
/// <param name="Id">The deck's id, where the file has one.</param>
/// <param name="Title">The deck's title, where the file has one.</param>
internal sealed record CardFile(ImmutableArray<CardSketch> Cards, ImmutableArray<YamlNode> Questions, string? Id, string? Title);
