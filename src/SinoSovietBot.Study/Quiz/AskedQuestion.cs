using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Quiz;

/// <summary>
/// A question as one quiz asks it: the wording and the order of the options are fixed when the quiz is opened and kept with it, so that neither
/// an edit of the deck nor a restart can change what an answer meant.
/// </summary>
public sealed record AskedQuestion
{
    public required QuestionId Id { get; init; }

    public required CardId Card { get; init; }

    public required string Topic { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Two to four, in the order of the buttons A to D.</summary>
    public required ImmutableArray<string> Options { get; init; }

    /// <summary>The index of the right option.</summary>
    public required int Right { get; init; }

    public required string Explanation { get; init; }

    /// <summary>What the deck's source has wrong about the points asked; shown with the explanation.</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    /// <summary>The bag of the server's questions from which it comes, from 1; see <see cref="ClassHistory"/>.</summary>
    public int Bag { get; init; } = 1;

    /// <summary>How long the round stays open.</summary>
    public required TimeSpan Time { get; init; }
}
