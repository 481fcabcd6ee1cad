using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Revision;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

public sealed class MigratorTests : IDisposable
{
    private const string Second = "ALTER TABLE members ADD COLUMN nickname TEXT; UPDATE members SET nickname = name;";
    private readonly DatabaseFile file = new();

    private static readonly int Newest = Migration.All[^1].Number;
    private static readonly int Next = Newest + 1;

    private string Copy => file.Path + $".schema-{Newest}.bak";

    [Fact]
    public void TheEmbeddedMigrationsAreNumberedWithoutGaps() =>
        Assert.Equal(Enumerable.Range(1, Migration.All.Count), Migration.All.Select(migration => migration.Number));

    [Fact]
    public void AFreshDatabaseNeedsNoCopy()
    {
        Migrate([new Migration(1, "CREATE TABLE members (name TEXT);"), new Migration(2, Second)]);
        Assert.Equal(2, file.Number("PRAGMA user_version"));
        Assert.DoesNotContain(file.Files(), name => name.EndsWith(".bak", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOlderSchemaIsCopiedAsideAndMigrated()
    {
        await FillAsync(1);
        Migrate([.. Migration.All, new Migration(Next, Second)]);
        Assert.Equal(Next, file.Number("PRAGMA user_version"));
        Assert.Equal(3, file.Number("SELECT count(nickname) FROM members"));
        Assert.Equal(Newest, file.Number("PRAGMA user_version", Copy));
        Assert.Equal(0x53534274, file.Number("PRAGMA application_id", Copy));
        Assert.Equal(3, file.Number("SELECT count(*) FROM results", Copy));
        Assert.Equal("ok", file.Text("PRAGMA integrity_check", Copy));
        Assert.Equal(0, file.Number("SELECT count(*) FROM pragma_table_info('members') WHERE name = 'nickname'", Copy));
    }

    [Fact]
    public async Task ACopyCanBeOpenedInTheDatabasesPlace()
    {
        await FillAsync(1);
        Migrate([.. Migration.All, new Migration(Next, Second)]);
        using var restored = new DatabaseFile();
        File.Copy(Copy, restored.Path);
        using (restored.Open())
            Assert.Equal(3, restored.Number("SELECT count(*) FROM results"));
    }

    [Fact]
    public async Task AMigrationThatFailsLeavesTheDatabaseAsItWas()
    {
        await FillAsync(1);
        Assert.Throws<StorageException>(() => Migrate([.. Migration.All, new Migration(Next, Second + " SELECT no_such_column FROM members;")]));
        Assert.Equal(Newest, file.Number("PRAGMA user_version"));
        Assert.Equal(0, file.Number("SELECT count(*) FROM pragma_table_info('members') WHERE name = 'nickname'"));
        using (file.Open())
            Assert.Equal(3, file.Number("SELECT count(*) FROM results"));
    }

    [Fact]
    public async Task AFaultAfterAStatementThatGivesRowsIsAFaultToo()
    {
        await FillAsync(1);
        Assert.Throws<StorageException>(() => Migrate([.. Migration.All, new Migration(Next, "SELECT 1; SELECT no_such_column FROM members;")]));
        Assert.Equal(Newest, file.Number("PRAGMA user_version"));
    }

    [Fact]
    public async Task ACopyOfAnEarlierAttemptIsReplacedByOneOfNow()
    {
        await FillAsync(1);
        Assert.Throws<StorageException>(() => Migrate([.. Migration.All, new Migration(Next, "No SQL.")]));
        await FillAsync(2);
        Migrate([.. Migration.All, new Migration(Next, Second)]);
        Assert.Equal(6, file.Number("SELECT count(*) FROM results", Copy));
    }

    [Fact]
    public async Task AHalfWrittenCopyOfAnEarlierAttemptIsNotTakenForWhole()
    {
        await FillAsync(1);
        await File.WriteAllTextAsync(Copy, "the power went", DatabaseFile.Cancellation);
        Migrate([.. Migration.All, new Migration(Next, Second)]);
        Assert.Equal("ok", file.Text("PRAGMA integrity_check", Copy));
        Assert.DoesNotContain(file.Files(), name => name.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADamagedDatabaseIsNotMigrated()
    {
        await FillAsync(1);
        Damage.Page(file.Path, (int)file.Number("SELECT rootpage FROM sqlite_schema WHERE name = 'results'"));
        Assert.Throws<StorageException>(() => Migrate([.. Migration.All, new Migration(Next, Second)]));
        Assert.Equal(Newest, file.Number("PRAGMA user_version"));
        Assert.False(File.Exists(Copy));
    }

    [Fact]
    public async Task MembersOfADatabaseFromBeforeRevisionCanRevise()
    {
        Migrate([.. Migration.All.TakeWhile(migration => migration.Number < 5)]);
        file.Run("INSERT INTO decks (id) VALUES ('cold-war'); INSERT INTO meetings VALUES (1, 1, 1, 'a-question', 1)");
        using var storage = file.Open();
        await storage.Revision.OpenAsync(ARevision.Session());
        Assert.True(await storage.Revision.StepAsync(ARevision.Graded(ARevision.Session(), ARevision.New(ARevision.War), 1)));
        Assert.Equal(1, file.Number("SELECT count(*) FROM memories WHERE deck_key = 1"));
        Assert.Equal(1, file.Number("SELECT count(*) FROM meetings"));
        Assert.Equal(4, file.Number("PRAGMA user_version", file.Path + ".schema-4.bak"));
    }

    public void Dispose() => file.Dispose();

    private async Task FillAsync(ulong quiz)
    {
        using var storage = file.Open();
        await StoredQuiz.PlayAsync(storage, quiz, AQuiz.Opened, ["Ann", "Ben", "Cid"]);
    }

    private void Migrate(IReadOnlyList<Migration> migrations)
    {
        var database = new Database(file.Path);
        using var connection = database.OpenWriter();
        new Migrator(database, migrations).Run(connection);
    }
}
