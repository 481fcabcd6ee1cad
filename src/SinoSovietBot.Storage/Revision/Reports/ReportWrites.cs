using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Storage.Revision.Reports;

/// <summary>The statements that store reports and mark them as done. Used on the writer's thread only.</summary>
internal sealed class ReportWrites(SqliteConnection connection, DeckKeys decks) : IDisposable
{
    private readonly Statement add = new(
        connection,
        """
        INSERT INTO card_reports (id, member_id, server_id, deck_key, shown, text, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """,
        7);

    private readonly Statement close = new(
        connection, "UPDATE card_reports SET closed_at = $3, closed_by = $4 WHERE id = $1 AND server_id = $2 AND closed_at IS NULL", 4);

    private readonly Statement reopen = new(
        connection,
        "UPDATE card_reports SET closed_at = NULL, closed_by = NULL WHERE server_id = $1 AND closed_at = $2 AND closed_by = $3",
        3);

    public void Add(CardReport report) => add
        .Bind(1, (long)report.Id)
        .Bind(2, (long)report.Member.Value)
        .Bind(3, (long?)report.Server?.Value)
        .Bind(4, decks.FindOrAdd(report.Deck))
        .Bind(5, report.Shown.Value)
        .Bind(6, report.Text)
        .Bind(7, report.At.ToUnixTimeMilliseconds())
        .Run();

    /// <returns>How many were open.</returns>
    public int Close(ServerId server, ImmutableArray<ulong> reports, MemberId by, DateTimeOffset at) => reports.Sum(report => close
        .Bind(1, (long)report)
        .Bind(2, (long)server.Value)
        .Bind(3, at.ToUnixTimeMilliseconds())
        .Bind(4, (long)by.Value)
        .Run());

    /// <returns>How many are open again.</returns>
    public int Reopen(ServerId server, MemberId by, DateTimeOffset at) => reopen
        .Bind(1, (long)server.Value)
        .Bind(2, at.ToUnixTimeMilliseconds())
        .Bind(3, (long)by.Value)
        .Run();

    public void Dispose()
    {
        add.Dispose();
        close.Dispose();
        reopen.Dispose();
    }
}
