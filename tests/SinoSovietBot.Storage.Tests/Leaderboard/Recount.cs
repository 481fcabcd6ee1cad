using System.Globalization;
using SinoSovietBot.Storage.Tests.Support;

namespace SinoSovietBot.Storage.Tests.Leaderboard;

/// <summary>Counts the boards from the log of answers alone, in another way than the storage does.</summary>
internal static class Recount
{
    private const long Day = 24 * 60 * 60 * 1000;

    /// <summary>The rows that the totals must have: server, deck (or nothing), window, member, points, answered.</summary>
    public static List<string> Totals(DatabaseFile file, TimeZoneInfo zone, string? at = null)
    {
        var rounds = file.Rows(
            """
            SELECT server_id, decks.id, question_id, host_is_teacher, revealed_at, member_id,
                   CASE WHEN marking_key IS NULL THEN option = right_option ELSE verdict = 'right' END, quiz_id, rounds.round
            FROM answers AS given
            JOIN rounds USING (quiz_id, round) JOIN quiz_questions USING (quiz_id, round)
            LEFT JOIN typed_answers USING (quiz_id, round, member_id, change)
            JOIN quizzes ON quizzes.id = quiz_id JOIN decks ON decks.key = deck_key
            WHERE revealed_at IS NOT NULL
              AND change = (SELECT max(change) FROM answers WHERE (quiz_id, round, member_id) = (given.quiz_id, given.round, given.member_id))
            """,
            at).GroupBy(row => (row[7], row[8])).OrderBy(round => (long)round.First()[4]);
        var met = new Dictionary<string, long>();
        var totals = new Dictionary<string, (long Points, int Answered)>();
        foreach (var round in rounds)
        {
            foreach (object[] row in round)
            {
                string question = string.Join('|', row[0], row[1], row[2], row[5]);
                bool rested = !met.TryGetValue(question, out long last) || (long)row[4] - last >= Day;
                met[question] = (long)row[4];
                if (!rested || (long)row[3] == 0 || round.Count() < 3)
                    continue;
                foreach (string window in Windows((long)row[4], zone))
                {
                    foreach (object deck in (object[])["", row[1]])
                    {
                        string key = $"{row[0]} {deck} {window} {row[5]}";
                        var (points, answered) = totals.GetValueOrDefault(key);
                        totals[key] = (points + (long)row[6], answered + 1);
                    }
                }
            }
        }

        return [.. totals.Select(total => $"{total.Key} {total.Value.Points} {total.Value.Answered}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The rows that the totals have, written and ordered in the same way.</summary>
    public static List<string> Stored(DatabaseFile file, string? at = null)
    {
        var rows = file.Rows(
            "SELECT server_id, coalesce(id, ''), window, member_id, points, answered FROM totals LEFT JOIN decks ON key = deck_key", at);
        return [.. rows.Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal)];
    }

    /// <summary>How each server must have fared with each question: server, deck, question, answered, correct.</summary>
    public static List<string> History(DatabaseFile file) =>
    [
        .. file.Rows(
            """
            SELECT server_id, decks.id, question_id, given.member_id, CASE WHEN marking_key IS NULL THEN option = right_option ELSE verdict = 'right' END
            FROM rounds JOIN quiz_questions USING (quiz_id, round)
            JOIN quizzes ON quizzes.id = rounds.quiz_id JOIN decks ON decks.key = deck_key
            LEFT JOIN answers AS given ON given.quiz_id = rounds.quiz_id AND given.round = rounds.round
              AND given.change = (SELECT max(change) FROM answers WHERE (quiz_id, round, member_id) = (given.quiz_id, given.round, given.member_id))
            LEFT JOIN typed_answers AS typed
              ON (typed.quiz_id, typed.round, typed.member_id, typed.change) = (given.quiz_id, given.round, given.member_id, given.change)
            WHERE revealed_at IS NOT NULL
            """)
            .GroupBy(row => $"{row[0]} {row[1]} {row[2]}")
            .Select(rows => $"{rows.Key} {rows.Count(row => row[3] is long)} {rows.Count(row => row[4] is 1L)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>How each server fared as stored, written and ordered in the same way.</summary>
    public static List<string> StoredHistory(DatabaseFile file)
    {
        var rows = file.Rows("SELECT server_id, id, question_id, answered, correct FROM question_history JOIN decks ON key = deck_key");
        return [.. rows.Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Windows(long at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddMilliseconds(at), zone);
        var monday = ISOWeek.ToDateTime(ISOWeek.GetYear(local), ISOWeek.GetWeekOfYear(local), DayOfWeek.Monday);
        return ["0", $"1{local:yyyyMMdd}", $"2{monday:yyyyMMdd}", $"3{local:yyyyMM}01"];
    }
}
