using System.Globalization;
using SinoSovietBot.Playground;

namespace SinoSovietBot.Benchmarks.Presses;

/// <summary>From the start of the process to READY, and to the first press answered: a press in a quiz that the restart interrupted.</summary>
internal static class StartUp
{
    private const int Times = 5;

    /// <summary>Waits for a bot that was started after <paramref name="before"/>.</summary>
    public static async Task ReadyAsync(PlaygroundServer server, long? before)
    {
        while (server.Driver.BotReadyAt == before)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }

    public static async Task<int> MeasureAsync(TextWriter output, PlaygroundServer server, Classrooms rooms, Func<BotUnderTest> start)
    {
        var ready = new List<long>();
        var answered = new List<long>();
        double resident = 0;
        for (int i = 0; i < Times; i++)
        {
            server.Driver.Recording = true;
            var events = server.Driver.Subscribe(out var subscription);
            using (subscription)
            {
                long? before = server.Driver.BotReadyAt;
                using var bot = start();
                // Every interrupted quiz is opened again; any one of them will do.
                var presser = await rooms.NextReopenedAsync(events);
                await ReadyAsync(server, before);
                ready.Add(server.Driver.BotReadyAt!.Value - bot.StartedAt);
                var result = await presser.PressAsync();
                if (!result.Accepted)
                    throw new InvalidOperationException("The first press was not answered.");
                answered.Add(result.AcknowledgedAt - bot.StartedAt);
                resident = bot.ResidentMegabytes;
            }
        }

        output.WriteLine($"start to READY: {new Percentiles(ready)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answered press: {new Percentiles(answered)}, resident {resident:0} MB"));
        return Times;
    }
}
