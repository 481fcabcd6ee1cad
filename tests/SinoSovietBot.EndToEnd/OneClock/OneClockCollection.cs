using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>Alone in the process: they measure its memory, and their clock moves when its threads are idle.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class OneClockCollection
{
    public const string Name = "One clock";
}
