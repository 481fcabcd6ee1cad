using System.Text.Json;
using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Support;

internal static class QuizStates
{
    /// <summary>Compares every field, also those that are added later; records with collections are not equal by themselves.</summary>
    public static void AssertSame(QuizState expected, QuizState actual)
    {
        foreach (var property in typeof(QuizState).GetProperties())
        {
            object? value = property.GetValue(expected);
            object? loaded = property.GetValue(actual);
            // A pending update of the count lives as long as its timer, which no restart survives.
            if (property.Name == nameof(QuizState.CountPending))
                continue;
            if (property.Name is nameof(QuizState.Questions) or nameof(QuizState.Question))
                Assert.Equal(JsonSerializer.Serialize(value), JsonSerializer.Serialize(loaded));
            else
                Assert.True(Same(value, loaded), $"{property.Name}: {Show(value)} was read back as {Show(loaded)}.");
        }
    }

    /// <summary>Every unfinished quiz, as a restart finds it.</summary>
    public static async Task<List<QuizState>> LiveAsync(SqliteStorage storage)
    {
        var live = new List<QuizState>();
        foreach (var id in await storage.Quizzes.UnfinishedAsync(DatabaseFile.Cancellation))
            live.Add((await storage.Quizzes.LoadAsync(id, DatabaseFile.Cancellation))!);
        return live;
    }

    private static bool Same(object? expected, object? actual)
    {
        try
        {
            Assert.Equal(expected, actual);
            return true;
        }
        catch (Xunit.Sdk.EqualException)
        {
            return false;
        }
    }

    private static string Show(object? value) =>
        value is System.Collections.IEnumerable many and not string ? $"[{string.Join(", ", many.Cast<object>())}]" : $"{value}";
}
