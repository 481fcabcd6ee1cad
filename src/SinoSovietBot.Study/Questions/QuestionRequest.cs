using System.Collections.Immutable;

namespace SinoSovietBot.Study.Questions;

/// <summary>What a quiz wants asked.</summary>
/// <param name="Count">How many, from 0.</param>
public sealed record QuestionRequest(int Count)
{
    /// <summary>Only questions about cards of this topic, whatever its letter case; null for all. An unknown topic gives none.</summary>
    public string? Topic { get; init; }

    /// <summary>Only questions of these kinds; empty for all.</summary>
    public ImmutableHashSet<QuestionKind> Kinds { get; init; } = [];

    /// <summary>Whether questions that are asked with buttons may come.</summary>
    public bool WithOptions { get; init; } = true;

    /// <summary>Whether questions whose answer has to be typed may come.</summary>
    public bool WithTyped { get; init; }

    /// <summary>What the server has met of the deck.</summary>
    public ClassHistory History { get; init; } = ClassHistory.Empty;
}
