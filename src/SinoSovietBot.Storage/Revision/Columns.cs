using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Reads columns that may be empty, and those of times and days.</summary>
internal static class Columns
{
    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Time(this SqliteDataReader reader, int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static DateOnly Day(this SqliteDataReader reader, int column) => DateOnly.FromDayNumber(reader.GetInt32(column));

    public static DateOnly? DayOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Day(column);
}
