using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Storage.Leaderboard;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Storage.Revision;
using SinoSovietBot.Storage.Revision.Exams;
using SinoSovietBot.Storage.Revision.Reminders;
using SinoSovietBot.Storage.Revision.Reports;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Study.Revision.Reports;
using SQLitePCL;

namespace SinoSovietBot.Storage;

/// <summary>The open database and the stores on it. One process at a time may have it open for writing.</summary>
public sealed class SqliteStorage : IDisposable
{
    private readonly Database database;
    private readonly SafeFileHandle processLock;
    private readonly SqliteConnection connection;
    private readonly GroupCommitWriter writer;
    private readonly RevealWrites revealWrites;
    private readonly QuizWrites quizWrites;
    private readonly ServerDeckWrites deckWrites;
    private readonly WaitingWrites waitingWrites;
    private readonly DeckKeys deckKeys;
    private readonly MemoryWrites memoryWrites;
    private readonly ReviewWrites reviewWrites;
    private readonly RevisionWrites revisionWrites;
    private readonly ExamWrites examWrites;
    private readonly ReminderWrites reminderWrites;
    private readonly ReportWrites reportWrites;
    private bool disposed;

    private SqliteStorage(Database database, SafeFileHandle processLock, SqliteConnection connection, TimeZoneInfo zone, ILogger logger)
    {
        this.database = database;
        this.processLock = processLock;
        this.connection = connection;
        revealWrites = new RevealWrites(connection, zone);
        quizWrites = new QuizWrites(connection, revealWrites);
        deckWrites = new ServerDeckWrites(connection);
        waitingWrites = new WaitingWrites(connection, deckWrites);
        deckKeys = new DeckKeys(connection);
        memoryWrites = new MemoryWrites(connection);
        reviewWrites = new ReviewWrites(connection);
        revisionWrites = new RevisionWrites(connection, deckKeys, memoryWrites, reviewWrites);
        examWrites = new ExamWrites(connection, deckKeys);
        reminderWrites = new ReminderWrites(connection);
        reportWrites = new ReportWrites(connection, deckKeys);
        writer = new GroupCommitWriter(connection, database.Path, logger);
        Quizzes = new QuizStore(database, writer, quizWrites);
        Leaderboard = new LeaderboardStore(database);
        ServerDecks = new ServerDeckStore(database, writer, deckWrites, waitingWrites);
        Waiting = new WaitingStore(database, writer, waitingWrites);
        Revision = new RevisionStore(database, writer, revisionWrites);
        ReviewLog = new ReviewLog(database, writer, new ImportWrites(deckKeys, memoryWrites, reviewWrites));
        Exams = new ExamStore(database, writer, examWrites);
        Reminders = new ReminderStore(database, writer, reminderWrites);
        Reports = new ReportStore(database, writer, reportWrites);
    }

    public IQuizStore Quizzes { get; }

    public ILeaderboardStore Leaderboard { get; }

    public IServerDeckStore ServerDecks { get; }

    public IWaitingStore Waiting { get; }

    public IRevisionStore Revision { get; }

    public IReviewLog ReviewLog { get; }

    public IExamStore Exams { get; }

    public IReminderStore Reminders { get; }

    public IReportStore Reports { get; }

    /// <summary>Opens a database, creating or migrating it as needed.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="zone">In which the days, weeks and months of boards begin.</param>
    /// <param name="logger">For faults of the writer.</param>
    /// <exception cref="StorageException">It cannot be used; the message says why and what to do.</exception>
    public static SqliteStorage Open(string path, TimeZoneInfo zone, ILogger logger)
    {
        string full = Path.GetFullPath(path);
        var processLock = Lock(full);
        SqliteConnection? connection = null;
        try
        {
            Make(full);
            var database = new Database(full);
            connection = database.OpenWriter();
            new Migrator(database, Migration.All).Run(connection);
            RefuseIfUnwritable(database, connection);
            Log.Opened(logger, full, Migration.All[^1].Number);
            return new SqliteStorage(database, processLock, connection, zone, logger);
        }
        catch
        {
            connection?.Dispose();
            processLock.Dispose();
            throw;
        }
    }

    /// <summary>Writes what still waits, then closes the database.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        writer.Dispose();
        reportWrites.Dispose();
        reminderWrites.Dispose();
        examWrites.Dispose();
        revisionWrites.Dispose();
        reviewWrites.Dispose();
        memoryWrites.Dispose();
        deckKeys.Dispose();
        waitingWrites.Dispose();
        deckWrites.Dispose();
        quizWrites.Dispose();
        revealWrites.Dispose();
        connection.Dispose();
        database.CloseReaders();
        processLock.Dispose();
    }

    // SQLite would let two bots write the same file, and each would know nothing of the other's live quizzes.
    private static SafeFileHandle Lock(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The folder '{folder}' of the database cannot be created: {exception.Message}", exception);
        }

        try
        {
            return File.OpenHandle(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageException($"The database '{path}' cannot be written: its folder or the file is read-only for this user.", exception);
        }
        catch (IOException exception)
        {
            throw new StorageException(
                $"The database '{path}' cannot be locked: {exception.Message} "
                + "If another bot is using it, stop that one or point Storage:Path at another file.",
                exception);
        }
    }

    private static void Make(string path)
    {
        try
        {
            PrivateFile.Ensure(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The database '{path}' cannot be created: {exception.Message}", exception);
        }
    }

    private static void RefuseIfUnwritable(Database database, SqliteConnection connection)
    {
        // Asked outright: on a read-only file BEGIN IMMEDIATE quietly begins to read.
        if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            throw new StorageException($"The database '{database.Path}' cannot be written: the file is read-only for this user.");
        try
        {
            using var command = connection.CreateCommand();
            // Takes the write lock and writes nothing: fails on a locked file before the first member would notice.
            command.CommandText = "BEGIN IMMEDIATE; ROLLBACK;";
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Describe(database.Path, exception);
        }
    }
}
