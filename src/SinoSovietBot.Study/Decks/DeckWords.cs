using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks;

/// <summary>The words that deck files use for closed choices, in both directions.</summary>
public static class DeckWords
{
    internal static readonly ImmutableArray<(string Word, AskPolicy Value)> AskPolicies =
    [
        ("ask", AskPolicy.Ask),
        ("ask-soft", AskPolicy.AskSoft),
        ("ask-attributed", AskPolicy.AskAttributed),
        ("ask-corrected", AskPolicy.AskCorrected),
        ("never-ask", AskPolicy.NeverAsk),
    ];

    internal static readonly ImmutableArray<(string Word, bool Value)> Flags = [("true", true), ("false", false)];

    internal static readonly ImmutableArray<(string Word, QuestionKind Value)> QuestionKinds =
    [
        ("choice", QuestionKind.Choice),
        ("true-false", QuestionKind.TrueFalse),
        ("cause", QuestionKind.Cause),
        ("which-card", QuestionKind.WhichCard),
        ("who", QuestionKind.Who),
        ("gap", QuestionKind.Gap),
        ("typed", QuestionKind.Typed),
        ("order", QuestionKind.Order),
        ("list", QuestionKind.List),
    ];

    /// <summary>Such as <c>ask-soft</c>.</summary>
    public static string Of(AskPolicy policy) => AskPolicies.First(pair => pair.Value == policy).Word;

    /// <summary>Such as <c>true-false</c>.</summary>
    public static string Of(QuestionKind kind) => QuestionKinds.First(pair => pair.Value == kind).Word;
}
