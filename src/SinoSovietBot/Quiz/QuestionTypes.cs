using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Quiz;

/// <summary>The types of questions from which a host chooses.</summary>
internal static class QuestionTypes
{
    private const string Choice = "choice";
    private const string Typed = "typed";
    private const string Order = "order";

    private static readonly ImmutableHashSet<QuestionKind> OneOfSeveral =
    [
        QuestionKind.Choice, QuestionKind.TrueFalse, QuestionKind.Cause, QuestionKind.WhichCard, QuestionKind.Who, QuestionKind.Gap,
    ];

    public static ImmutableArray<Suggestion> Choices { get; } =
    [
        new("Mixed", "mixed"), new("Choice: one of several answers", Choice), new("Typed: in one's own words", Typed), new("Order: what came first", Order),
    ];

    /// <summary>Limits what is wanted to a type; anything else is mixed.</summary>
    public static QuestionRequest Limit(QuestionRequest request, string? type) => type switch
    {
        Choice => request with { Kinds = OneOfSeveral },
        Typed => request with { WithOptions = false, WithTyped = true },
        Order => request with { Kinds = [QuestionKind.Order] },
        _ => request with { WithTyped = true },
    };

    /// <summary>The types of which there is a question at all.</summary>
    public static ImmutableArray<string> In(Deck deck, string? topic) =>
    [
        .. ((string[])[Choice, Typed, Order])
            .Where(type => !QuestionChooser.Choose(deck, Limit(new QuestionRequest(1) { Topic = topic }, type), new Random(0)).IsEmpty),
    ];
}
