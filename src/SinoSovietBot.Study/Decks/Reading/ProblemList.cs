using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Gathers what is wrong with a deck.</summary>
internal sealed class ProblemList
{
    private readonly List<DeckProblem> problems = [];
    private int dropped;

    public bool HasErrors { get; private set; }

    /// <summary>As found, without what was over the limit.</summary>
    public IReadOnlyList<DeckProblem> Found => problems;

    public void Error(Place at, string message)
    {
        HasErrors = true;
        Add(at, ProblemSeverity.Error, message);
    }

    public void Warning(Place at, string message) => Add(at, ProblemSeverity.Warning, message);

    /// <summary>In the order of files, lines and columns; what stands at one place keeps the order in which it was found.</summary>
    public ImmutableArray<DeckProblem> InOrder()
    {
        var ordered = problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ToList();
        if (dropped > 0)
        {
            var last = ordered[^1];
            var severity = HasErrors ? ProblemSeverity.Error : ProblemSeverity.Warning;
            ordered.Add(last with { Severity = severity, Message = DeckMessages.MoreProblems(dropped) });
        }

        return [.. ordered];
    }

    private void Add(Place at, ProblemSeverity severity, string message)
    {
        if (problems.Count < DeckLimits.Problems)
            problems.Add(new DeckProblem(at.File, at.Line, at.Column, severity, message));
        else
            dropped++;
    }
}
