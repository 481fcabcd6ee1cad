using System.Reflection;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>Runs a row of the fault matrix as often as <c>--repeat</c> says, for each of the given values; the run's number comes last.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunsAttribute(params object[] values) : DataAttribute
{
    public IReadOnlyList<object> Values => values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var runs = Enumerable.Range(1, ScenarioOptions.Repeats);
        IEnumerable<ITheoryDataRow> rows = values.Length == 0
            ? runs.Select(run => new TheoryDataRow(run))
            : runs.SelectMany(run => values.Select(value => new TheoryDataRow(value, run)));
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. rows]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
