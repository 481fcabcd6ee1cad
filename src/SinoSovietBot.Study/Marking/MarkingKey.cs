using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>All that marking needs to know about a question: plain texts and numbers, so that it can be stored with the round.</summary>
public sealed record MarkingKey
{
    public required AnswerForm Form { get; init; }

    /// <summary>The expected wording; for lists and orders, for showing only.</summary>
    public required string Answer { get; init; }

    /// <summary>Other wordings that are right.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>Wordings that are on the way: one free retry.</summary>
    public ImmutableArray<string> Vague { get; init; } = [];

    /// <summary>Wordings that are wrong whatever the other rules say. In a list: a word group that spoils an entry.</summary>
    public ImmutableArray<string> Reject { get; init; } = [];

    /// <summary>The ideas of a list, or the items of an order in the right order.</summary>
    public ImmutableArray<AnswerItem> Items { get; init; } = [];

    /// <summary>More ideas of a list that count.</summary>
    public ImmutableArray<AnswerItem> Also { get; init; } = [];

    /// <summary>How many ideas a list asks for; 0 for all of <see cref="Items"/>.</summary>
    public int Count { get; init; }

    /// <summary>Groups of spellings that mean the same in this deck. The first of each is the full name.</summary>
    public ImmutableArray<ImmutableArray<string>> Equivalents { get; init; } = [];

    /// <summary>Other answers and names of the deck: a misspelling that is as near to one of them does not count.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>
    /// Of an order: which item the member sees in each place, as indices of <see cref="Items"/> from 0. Empty: as in <see cref="Items"/>.
    /// </summary>
    public ImmutableArray<int> ShownOrder { get; init; } = [];

    /// <summary>
    /// The key of a question of a deck; for several, <see cref="MarkingKeys"/> is quicker. An order gets its <see cref="ShownOrder"/> from whoever
    /// shuffles it.
    /// </summary>
    public static MarkingKey Of(Question question, Deck deck) => MarkingKeyMaker.Make(question, new DeckWordings(deck));
}

/// <summary>What kind of thing has to be typed.</summary>
public enum AnswerForm
{
    /// <summary>One wording: a name, a date, a number, a short phrase.</summary>
    Text,

    /// <summary>Several ideas in any order.</summary>
    List,

    /// <summary>Items in order.</summary>
    Order,
}
