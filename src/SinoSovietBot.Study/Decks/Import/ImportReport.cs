using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Gathers what an import has to say about a file.</summary>
internal sealed class ImportReport(string fileName)
{
    private readonly List<DeckProblem> rejected = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<Func<int, string>, int> counts = [];

    public string FileName { get; } = fileName;

    public IEnumerable<DeckProblem> Rejected => rejected;

    /// <summary>What was noted, then what was counted.</summary>
    public IEnumerable<string> Notes => notes.Concat(counts.Select(count => count.Key(count.Value)));

    public void Reject(Place at, string message) => rejected.Add(new DeckProblem(at.File, at.Line, at.Column, ProblemSeverity.Error, message));

    public void Note(string note) => notes.Add(note);

    /// <summary>Adds to a count that becomes a note of its own.</summary>
    public void Count(Func<int, string> sentence, int by = 1)
    {
        if (by > 0)
            counts[sentence] = counts.GetValueOrDefault(sentence) + by;
    }

}
