using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

[assembly: AssemblyFixture(typeof(ConformanceRun))]

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Writes the report when all tests are over, if that was asked for.</summary>
public sealed class ConformanceRun : IDisposable
{
    public void Dispose()
    {
        if (ConformancePage.IsBeingWritten && DiscordDescription.OrNull is { } description)
            ConformancePage.Write(description, ConformanceLedger.ThisRun);
    }
}
