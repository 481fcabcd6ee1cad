namespace SinoSovietBot.Study.Marking;

/// <summary>Gives every entry at most one idea and every idea at most one entry.</summary>
internal static class Matching
{
    /// <summary>How many entries get an idea when they are given out as well as can be.</summary>
    /// <param name="entries">The ideas that each entry may be.</param>
    /// <param name="ideas">How many ideas there are.</param>
    public static int Largest(List<List<int>> entries, int ideas)
    {
        var entryOf = new int?[ideas];
        return Enumerable.Range(0, entries.Count).Count(entry => Place(entry, new bool[ideas]));

        bool Place(int entry, bool[] tried)
        {
            foreach (var idea in entries[entry])
            {
                if (tried[idea])
                    continue;
                tried[idea] = true;
                if (entryOf[idea] is { } holder && !Place(holder, tried))
                    continue;
                entryOf[idea] = entry;
                return true;
            }

            return false;
        }
    }
}
