using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Storage.Revision.Reports;

/// <summary>Turns rows into reports.</summary>
internal static class ReportReads
{
    private const string Select =
        "SELECT card_reports.id, member_id, server_id, decks.id, shown, text, at, closed_at, closed_by FROM card_reports JOIN decks ON key = deck_key";

    public static ImmutableArray<CardReport> Open(SqliteConnection connection, ServerId server, DeckAddress? deck, int skip, int take)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            {Select}
            WHERE server_id = $server AND closed_at IS NULL AND ($deck IS NULL OR decks.id = $deck)
            ORDER BY at DESC, card_reports.id DESC LIMIT $take OFFSET $skip
            """;
        command.Parameters.AddWithValue("$server", (long)server.Value);
        command.Parameters.AddWithValue("$deck", (object?)deck?.ToString() ?? DBNull.Value);
        command.Parameters.AddWithValue("$take", take);
        command.Parameters.AddWithValue("$skip", skip);
        return [.. Read(command).Select(kept => kept.Report)];
    }

    /// <summary>Every report, the newest first.</summary>
    public static ImmutableArray<KeptReport> All(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{Select} ORDER BY at DESC, card_reports.id DESC";
        return Read(command);
    }

    private static ImmutableArray<KeptReport> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var reports = ImmutableArray.CreateBuilder<KeptReport>();
        while (reader.Read())
        {
            var report = new CardReport(
                (ulong)reader.GetInt64(0),
                new MemberId((ulong)reader.GetInt64(1)),
                reader.IsDBNull(2) ? null : new ServerId((ulong)reader.GetInt64(2)),
                DeckAddress.Parse(reader.GetString(3)),
                new ItemId(reader.GetString(4)),
                reader.GetString(5),
                reader.Time(6));
            reports.Add(new KeptReport(report, reader.TimeOrNull(7) is { } at ? (at, new MemberId((ulong)reader.GetInt64(8))) : null));
        }

        return reports.ToImmutable();
    }
}
