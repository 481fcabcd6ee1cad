using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Turns rows into imports and forms that wait.</summary>
internal static class WaitingReads
{
    /// <summary>What was begun up to then has expired, in Unix milliseconds.</summary>
    public static long Horizon(DateTimeOffset now) => (now - ServerDeckLimits.UntilExpired).ToUnixTimeMilliseconds();

    /// <summary>The first row, or null without one.</summary>
    public static WaitingImport? Import(SqliteDataReader reader)
    {
        if (!reader.Read())
            return null;
        return new WaitingImport(
            Id(reader), By(reader), Address(reader), reader.GetInt32(3), Mode(reader.GetString(6)), reader.GetString(7), reader.GetInt64(8) == 1);
    }

    /// <inheritdoc cref="Import"/>
    public static WaitingCard? Card(SqliteDataReader reader)
    {
        if (!reader.Read())
            return null;
        CardId? card = reader.IsDBNull(6) ? null : new CardId(reader.GetString(6));
        var text = new CardText(reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetString(10));
        return new WaitingCard(Id(reader), By(reader), Address(reader), reader.GetInt32(3), card, text);
    }

    public static string Word(ImportMode mode) => mode == ImportMode.Replace ? "replace" : "update";

    private static ImportMode Mode(string word) => word switch
    {
        "update" => ImportMode.Update,
        "replace" => ImportMode.Replace,
        _ => throw new FormatException($"An import has a mode, '{word}', that this program does not know."),
    };

    private static WaitingId Id(SqliteDataReader reader) => new((ulong)reader.GetInt64(0));

    private static DeckAddress Address(SqliteDataReader reader) =>
        new(new DeckId(reader.GetString(2)), new ServerId((ulong)reader.GetInt64(1)));

    private static DeckActor By(SqliteDataReader reader) =>
        new(new MemberId((ulong)reader.GetInt64(5)), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)));
}
