using System.Collections.Immutable;

namespace SinoSovietBot.Study.Questions;

/// <summary>One item of an answer that has several: an event to put in order, or an idea to name.</summary>
/// <param name="Text">What the reveal shows.</param>
/// <param name="Accept">Short word groups, each enough by itself: an entry that holds all words of one is this idea. Empty for orders.</param>
public sealed record AnswerItem(string Text, ImmutableArray<string> Accept);
