using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Marking;

/// <summary>The names and answers of a deck, brought once into the forms in which the keys of its questions compare them.</summary>
internal sealed class DeckWordings(Deck deck)
{
    /// <summary>Each name with its other spellings; of every spelling, its words between spaces.</summary>
    public IReadOnlyList<(ImmutableArray<string> Group, string[] Spaced)> Names { get; } =
        [.. deck.Names.Select(name => name.Also.Insert(0, name.Name)).Select(group => (group, group.Select(Spaced).ToArray()))];

    /// <summary>Every spelling of a name and every short answer, with the question it answers; and its letters and digits alone.</summary>
    public IReadOnlyList<(string Text, QuestionId? Question, string Compact)> Rivals { get; } =
    [
        .. deck.Names.SelectMany(name => name.Also.Insert(0, name.Name)).Select(text => (text, (QuestionId?)null))
            .Concat(deck.Questions.Where(question => question.Items.IsEmpty).Select(question => (question.Answer, (QuestionId?)question.Id)))
            .Select(rival => (rival.Item1, rival.Item2, Compact(rival.Item1))),
    ];

    public static string Spaced(string text) => $" {string.Join(' ', Words.Of(Normaliser.Normalise(text)))} ";

    public static string Compact(string text) => string.Concat(Words.Of(Normaliser.Normalise(text)));
}
