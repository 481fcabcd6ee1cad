using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Revision;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class KilledBetweenStepsTests
{
    private const int Steps = 12;
    private const int Cuts = 60;

    [Fact]
    public async Task HoweverMuchOfTheJournalReachedTheDiskSessionMemoryAndLogAgree()
    {
        using var file = new DatabaseFile();
        using (var storage = file.Open())
            await storage.Revision.OpenAsync(Session());
        using var open = file.Open();
        await GradeAsync(open.Revision);
        byte[] journal = await File.ReadAllBytesAsync(file.Path + "-wal", DatabaseFile.Cancellation);
        var positions = new HashSet<long>();
        for (int cut = 0; cut <= Cuts; cut++)
        {
            using var killed = new DatabaseFile();
            File.Copy(file.Path, killed.Path);
            await File.WriteAllBytesAsync(killed.Path + "-wal", journal[..(journal.Length * cut / Cuts)], DatabaseFile.Cancellation);
            using (killed.Open())
            {
                object[] row = killed.Rows(
                    """
                    SELECT position, (SELECT count(*) FROM reviews), coalesce((SELECT reviews FROM memories), 0),
                        coalesce((SELECT reviewed_at FROM memories), 0), coalesce((SELECT max(at) FROM reviews), 0)
                    FROM revision_sessions
                    """).Single();
                Assert.Equal(row[0], row[1]);
                Assert.Equal(row[0], row[2]);
                Assert.Equal(row[4], row[3]);
                positions.Add((long)row[0]);
            }
        }

        // Otherwise the cuts have not cut between steps.
        Assert.Equal(Steps + 1, positions.Count);
    }

    private static async Task GradeAsync(IRevisionStore store)
    {
        var session = Session();
        var memory = New(War);
        for (int second = 1; second <= Steps; second++)
        {
            var step = Graded(session, memory, second);
            Assert.True(await store.StepAsync(step));
            (session, memory) = (step.After, step.Memory!);
        }
    }
}
