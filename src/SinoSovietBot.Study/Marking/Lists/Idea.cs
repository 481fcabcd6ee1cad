using System.Collections.Immutable;
using SinoSovietBot.Study.Marking.Names;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>An idea of a list: groups of words, each enough by itself.</summary>
internal sealed class Idea
{
    private readonly List<List<WordRoot>> groups;

    public Idea(AnswerItem item, NameBook names)
        : this([item.Text, .. item.Accept.IsDefault ? [] : item.Accept], names)
    {
    }

    public Idea(ImmutableArray<string> wordings, NameBook names) =>
        groups = [.. wordings.Select(wording => WordRoot.Of(Normaliser.Normalise(wording), names)).Where(group => group.Count > 0)];

    /// <summary>
    /// Whether an entry holds all words of a group, in any order, endings and small slips aside. "Not" in an entry spoils it unless the group has it,
    /// too.
    /// </summary>
    public bool IsIn(List<WordRoot> entry)
    {
        var denies = entry.Exists(root => root.Denies);
        return groups.Exists(group => group.Exists(root => root.Denies) == denies && group.TrueForAll(root => entry.Exists(root.IsMetBy)));
    }
}
