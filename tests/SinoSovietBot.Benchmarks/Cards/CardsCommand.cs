using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Benchmarks.Cards;

/// <summary>What is behind a press of <c>/card</c>, on a database of many members who have learned a deck.</summary>
internal static class CardsCommand
{
    private const int Presses = 10_000;

    // As the bot asks.
    private static readonly DateTimeOffset RecentSince = CardsFill.Now.AddHours(-50);

    public static Command Build(TextWriter output)
    {
        var members = new Option<int>("--members") { Description = "How many members have learned the deck", DefaultValueFactory = _ => 100_000 };
        var cards = new Option<int>("--cards") { Description = "How many cards the deck has", DefaultValueFactory = _ => 200 };
        var keep = new Option<string?>("--database") { Description = "Fill, or use again, this file instead of a temporary one" };
        var command = new Command("cards", "Fills a database (every member has learned the whole deck) and revises") { members, cards, keep };
        command.SetAction(async parsed =>
        {
            string? kept = parsed.GetValue(keep);
            string folder = kept is null
                ? Directory.CreateTempSubdirectory("sino-soviet-bench-").FullName
                : Path.GetDirectoryName(Path.GetFullPath(kept))!;
            string path = kept ?? Path.Combine(folder, "bot.db");
            try
            {
                if (!File.Exists(path))
                    CardsFill.Database(path, parsed.GetValue(members), parsed.GetValue(cards), output);
                using var storage = SqliteStorage.Open(path, TimeZoneInfo.Utc, NullLogger.Instance);
                var items = DeckItems.Of(CardsFill.Deck(parsed.GetValue(cards)), RevisionStyle.Cards);
                await new Revising(storage.Revision, items, parsed.GetValue(members), output).RunAsync();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file {new FileInfo(path).Length / 1e6:0} MB"));
            }
            finally
            {
                if (kept is null)
                    Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private sealed class Revising(IRevisionStore store, DeckItems items, int members, TextWriter output)
    {
        private readonly Random random = new(1);

        public async Task RunAsync()
        {
            await TimeAsync(1_000, NextAsync);
            await TimeAsync(100, StepAsync);
            Memory("before");
            Report("read of a session", await TimeAsync(Presses, async member => await ReadAsync(member)));
            Report("next due card", await TimeAsync(Presses, NextAsync));
            Report("step written", await TimeAsync(Presses, StepAsync));
            Memory($"after {3 * Presses} presses");
        }

        private void Report(string what, Percentiles times) => output.WriteLine($"{times.Count} times {what}: {times}");

        private void Memory(string when) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{when}: managed heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB, working set {Environment.WorkingSet / 1e6:0} MB"));

        /// <summary>Does something for members drawn at random.</summary>
        /// <returns>How long it took each time; for a step, the writing alone.</returns>
        private async Task<Percentiles> TimeAsync(int times, Func<int, Task<long?>> press)
        {
            var ticks = new List<long>(times);
            for (int i = 0; i < times; i++)
            {
                long start = Stopwatch.GetTimestamp();
                long? own = await press(random.Next(members));
                ticks.Add(own ?? Stopwatch.GetTimestamp() - start);
            }

            return new Percentiles(ticks);
        }

        private Task<Percentiles> TimeAsync(int times, Func<int, Task> press) => TimeAsync(times, async member =>
        {
            await press(member);
            return null;
        });

        private async Task<SessionRecord> ReadAsync(int member) =>
            await store.SessionAsync(CardsFill.Session(member), RecentSince, CancellationToken.None)
            ?? throw new InvalidOperationException("The database was filled for fewer members.");

        private async Task<(LearnerDeck Learner, RevisionSession Session)> NextAsync(int member)
        {
            var record = await ReadAsync(member);
            var learner = new LearnerDeck
            {
                Member = record.Session.Member,
                Items = items,
                Settings = record.Learner.Settings,
                Calendar = record.Learner.Settings.Calendar(TimeZoneInfo.Utc),
                Now = CardsFill.Now.AddSeconds(record.Session.Position),
                Memories = record.Learner.Memories,
                Recent = record.Learner.Recent,
                QuizMisses = record.Learner.QuizMisses,
                Exam = record.Learner.Exam,
            };
            var next = RevisionQueue.Next(learner, record.Session);
            // Where nothing is due, anything will do for a step.
            return (learner, record.Session with { Shown = (next as NextItem.Show)?.Shown ?? items.Items[^1].Id });
        }

        private async Task<long?> StepAsync(int member)
        {
            var (learner, session) = await NextAsync(member);
            var step = RevisionRules.Grade(learner, session, Grade.Good, marked: null);
            long start = Stopwatch.GetTimestamp();
            if (!await store.StepAsync(step))
                throw new InvalidOperationException("A step was refused.");
            return Stopwatch.GetTimestamp() - start;
        }
    }
}
