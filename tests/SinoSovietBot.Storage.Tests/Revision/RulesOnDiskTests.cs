using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Tests.Revision;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Revision;

/// <summary>Whatever a member presses, what is stored is what the rules decided.</summary>
public sealed class RulesOnDiskTests
{
    // What a memory must be by the log alone. That an item is suspended, or not any more, is not in the log.
    private const string NotAsTheLogHasIt =
        """
        SELECT item_id FROM memories AS memory
        WHERE NOT EXISTS (
            SELECT 1 FROM reviews AS last
            WHERE last.item_id = memory.item_id AND undone = 0 AND kind <> 'cram'
              AND at = (SELECT max(at) FROM reviews WHERE item_id = memory.item_id AND undone = 0 AND kind <> 'cram')
              AND (phase, step, reviews, lapses, stability, difficulty, reviewed_at, reviewed_on)
                = (after_phase, after_step, after_reviews, after_lapses, after_stability, after_difficulty, after_reviewed_at, after_reviewed_on)
              AND failed_on IS after_failed_on AND due_at IS after_due_at AND due_on IS after_due_on)
          AND (phase <> 0 OR EXISTS (SELECT 1 FROM reviews WHERE item_id = memory.item_id AND undone = 0 AND kind <> 'cram'))
        """;

    private const string InTheLogAlone =
        "SELECT item_id FROM reviews WHERE undone = 0 AND kind <> 'cram' AND item_id NOT IN (SELECT item_id FROM memories)";

    private static readonly Gen<Press[]> Presses = Gen.Frequency(
        (3, Gen.Const(Press.Again)), (1, Gen.Const(Press.Hard)), (5, Gen.Const(Press.Good)), (1, Gen.Const(Press.Easy)), (3, Gen.Const(Press.Undo)),
        (2, Gen.Const(Press.Suspend)), (2, Gen.Const(Press.Tomorrow)), (1, Gen.Const(Press.Cram)), (1, Gen.Const(Press.Restart))).Array[5, 50];

    [Fact]
    public async Task WhatIsStoredIsWhatTheRulesDecidedAndWhatTheLogTells() => await Presses.SampleAsync(
        async presses =>
        {
            using var file = new DatabaseFile();
            var storage = file.Open();
            try
            {
                var learner = await BeginAsync(storage, new ALearner(ALearner.DeckOf(6)));
                foreach (var press in presses)
                {
                    if (press == Press.Restart)
                    {
                        storage.Dispose();
                        storage = file.Open();
                    }

                    await PressAsync(storage, learner, press);
                    var record = await storage.Revision.SessionAsync(learner.Session.Id, DateTimeOffset.UnixEpoch, DatabaseFile.Cancellation);
                    Assert.Equal(learner.Session, record!.Session);
                    Assert.Equal(learner.Deck.Recent, record.Learner.Recent);
                    var learned = learner.Deck.Memories.RemoveAll(memory => memory is { IsNew: true, IsSuspended: false });
                    Assert.Equal(Sorted(learned), record.Learner.Memories);
                }

                Assert.Empty(file.Rows(NotAsTheLogHasIt));
                Assert.Empty(file.Rows(InTheLogAlone));
            }
            finally
            {
                storage.Dispose();
            }
        },
        iter: 40,
        threads: 1);

    private static async Task PressAsync(SqliteStorage storage, ALearner learner, Press press)
    {
        if (press == Press.Cram)
            await BeginAsync(storage, learner.Later(TimeSpan.FromMinutes(30)), RevisionMode.Cram);
        else if (press == Press.Tomorrow || (press != Press.Undo && learner.Next is NextItem.Nothing))
            await BeginAsync(storage, learner.Later(TimeSpan.FromDays(1)));
        else if (Step(learner, press) is { } step)
            Assert.True(await storage.Revision.StepAsync(step));
    }

    private static SessionStep? Step(ALearner learner, Press press) => press switch
    {
        Press.Again => learner.Grade(Grade.Again),
        Press.Hard => learner.Grade(Grade.Hard),
        Press.Good => learner.Grade(Grade.Good),
        Press.Easy => learner.Grade(Grade.Easy),
        Press.Suspend => learner.Take(RevisionRules.Suspend(learner.Deck, learner.Session)),
        Press.Undo when RevisionRules.Undo(learner.Deck, learner.Session) is { } undo => learner.Take(undo),
        _ => null,
    };

    private static async Task<ALearner> BeginAsync(SqliteStorage storage, ALearner learner, RevisionMode mode = RevisionMode.Due)
    {
        learner.Begin(mode);
        await storage.Revision.OpenAsync(learner.Session);
        return learner;
    }

    private static ImmutableArray<ItemMemory> Sorted(ImmutableArray<ItemMemory> memories) =>
        memories.Sort((one, other) => string.CompareOrdinal(one.Item.Value, other.Item.Value));

    private enum Press
    {
        Again,
        Hard,
        Good,
        Easy,
        Undo,
        Suspend,
        Tomorrow,
        Cram,
        Restart,
    }
}
