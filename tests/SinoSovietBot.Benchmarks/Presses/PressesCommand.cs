using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Playground;

namespace SinoSovietBot.Benchmarks.Presses;

/// <summary>The whole path of a press: the playground's socket, the bot as a process, SQLite, and the acknowledgement back.</summary>
internal static class PressesCommand
{
    public static Command Build(TextWriter output)
    {
        var inFlight = new Option<int>("--in-flight") { Description = "Keep so many presses in flight", DefaultValueFactory = _ => 200 };
        var answers = new Option<int>("--answers") { Description = "How many presses in flight in all", DefaultValueFactory = _ => 10_000 };
        var rate = new Option<int>("--rate") { Description = "A steady rate, for 20 s; 0 leaves it out", DefaultValueFactory = _ => 200 };
        var quiet = new Option<int>("--quiet") { Description = "Seconds of quiet before twenty presses at once; 0 leaves it out", DefaultValueFactory = _ => 150 };
        var repeat = new Option<int>("--repeat") { Description = "How often to press in flight", DefaultValueFactory = _ => 3 };
        var aot = new Option<bool>("--aot") { Description = "Build the bot ahead of time instead of ReadyToRun" };
        var bot = new Option<string?>("--bot") { Description = "A bot that is built already" };
        var command = new Command("presses", "Answers per second, latency, processor time and memory") { inFlight, answers, rate, quiet, repeat, aot, bot };
        command.SetAction(async parsed =>
        {
            string executable = await BotUnderTest.BuildAsync(parsed.GetValue(bot), parsed.GetValue(aot), output);
            var plan = new Plan(
                parsed.GetValue(inFlight), parsed.GetValue(answers), parsed.GetValue(rate), parsed.GetValue(quiet), parsed.GetValue(repeat));
            return await RunAsync(executable, plan, output);
        });
        return command;
    }

    private static async Task<int> RunAsync(string executable, Plan plan, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("sino-soviet-bench-");
        try
        {
            string database = Path.Combine(folder.FullName, "bot.db");
            await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Port = 0 }, CancellationToken.None);
            string token;
            lock (server.World.Gate)
                token = server.World.BotToken;
            int acknowledged = await MeasureAsync(executable, plan, output, server, token, database);
            return Verify(output, database, acknowledged);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(
        string executable, Plan plan, TextWriter output, PlaygroundServer server, string token, string database)
    {
        // A first run makes the database and registers the commands, so that the start measured is an ordinary one.
        int acknowledged;
        var rooms = new Classrooms(server);
        using (BotUnderTest.Start(executable, server.Addresses.Api, token, database))
        {
            await WaitForCommandsAsync(server);
            await rooms.OpenAsync(channels: 1);
            acknowledged = 0;
        }

        acknowledged += await StartUp.MeasureAsync(output, server, rooms, () => BotUnderTest.Start(executable, server.Addresses.Api, token, database));

        long? before = server.Driver.BotReadyAt;
        using var bot = BotUnderTest.Start(executable, server.Addresses.Api, token, database);
        await StartUp.ReadyAsync(server, before);
        await rooms.FirstAnswerAsync();
        for (int i = 0; i < plan.Repeat; i++)
        {
            await rooms.OpenAsync();
            acknowledged += Report(await PressRun.InFlightAsync(bot, rooms.Pressers, plan.InFlight, plan.Answers));
        }

        await rooms.OpenAsync();
        if (plan.Rate > 0)
            acknowledged += Report(await PressRun.RateAsync(bot, rooms.Pressers, plan.Rate, 20));
        acknowledged += Report(await PressRun.OneAtATimeAsync(bot, rooms.Pressers, 1_000));
        var resumed = await server.Driver.DropSocketAsync(CancellationToken.None);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"socket dropped: resumed after {resumed.TotalMilliseconds:0.0} ms"));
        if (plan.Quiet > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(plan.Quiet), TimeProvider.System);
            acknowledged += Report(await PressRun.AtOnceAsync(bot, rooms.Pressers, 20, $"20 at once after {plan.Quiet} s of quiet"));
        }

        return acknowledged;

        int Report(PressRun run)
        {
            run.Print(output, bot.ResidentMegabytes);
            return run.Acknowledged;
        }
    }

    private static async Task WaitForCommandsAsync(PlaygroundServer server)
    {
        while (true)
        {
            lock (server.World.Gate)
            {
                if (server.World.Commands.Count > 0)
                    return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    private static int Verify(TextWriter output, string database, int acknowledged)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM answers";
        long rows = (long)command.ExecuteScalar()!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stored rows {rows}, acknowledgements {acknowledged}: {(rows == acknowledged ? "equal" : "NOT EQUAL")}"));
        return rows == acknowledged ? 0 : 1;
    }

    private sealed record Plan(int InFlight, int Answers, int Rate, int Quiet, int Repeat);
}
