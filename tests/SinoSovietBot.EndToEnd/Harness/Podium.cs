using System.Globalization;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Reads the message at the end of a quiz.</summary>
internal static class Podium
{
    private const int Lines = 10;

    /// <summary>The first ten stand there in order, each with its right answers and its time.</summary>
    public static void Shows(ChatMessage message, IReadOnlyList<ExpectedPlace> expected, int questions)
    {
        var lines = message.Text.Split('\n');
        var last = -1;
        foreach (var place in expected.OrderBy(place => place.Place).ThenBy(place => place.Member.Name, StringComparer.Ordinal).Take(Lines))
        {
            var at = Array.FindIndex(lines, line => line.Contains(place.Member.Name, StringComparison.Ordinal));
            Assert.True(at > last, $"{place.Member.Name} should follow in place {place.Place} of: {message}");
            Assert.Contains($"{place.Right} of {questions}", lines[at], StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{place.Time.TotalSeconds:0.0} s"), lines[at], StringComparison.Ordinal);
            last = at;
        }
    }
}
