using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Holds a finished quiz against what its members pressed and were told. Shares no code with the bot.</summary>
internal static class QuizAudit
{
    private const string ResultsButton = "My results";

    /// <summary>
    /// Every stored answer is a press of that member; every press that was locked in is stored once; what counts in the end is the last press of
    /// those that were acknowledged. A press that failed for its member may be stored (its answer was lost on the way), and need not be.
    /// </summary>
    /// <returns>The answers that count.</returns>
    public static IReadOnlyList<AcceptedPress> Answers(SqliteProbe database, long quiz, PressBook book)
    {
        var stored = database.AnswersOf(quiz);
        var pressed = book.Presses.Where(press => press.Sent.Id is not null).ToDictionary(press => press.Sent.Id!);
        Assert.Equal(stored.Count, stored.Select(answer => answer.Press).Distinct().Count());
        foreach (var answer in stored)
        {
            Assert.True(pressed.TryGetValue(answer.Press, out var press), $"Nobody made the press of {answer}.");
            Assert.Equal((press.Round - 1, press.Member.Id, press.Option), (answer.Round, answer.Member, answer.Option));
        }

        Assert.Empty(pressed.Values.Where(press => press.CountsItself).Select(press => press.Sent.Id!).Except(stored.Select(answer => answer.Press)));
        var acknowledged = pressed.Values.Where(press => press.IsLockedIn).GroupBy(press => (Round: press.Round - 1, press.Member.Id)).ToList();
        var kept = stored.GroupBy(answer => (answer.Round, answer.Member)).ToDictionary(group => group.Key, group => group.ToList());
        Assert.Empty(acknowledged.Select(group => group.Key).Except(kept.Keys));
        return [.. acknowledged.Select(group => Standing(group.MaxBy(press => Snowflakes.Number(press.Sent.Id!))!, kept[group.Key], pressed))];
    }

    /// <summary>
    /// Each question stands in the channel once, with its right answer shown, and nothing can be pressed any more; the podium stands there once.
    /// </summary>
    public static void Screen(IReadOnlyList<ChatMessage> messages, IReadOnlyList<RoundInPlay> rounds)
    {
        Assert.DoesNotContain(messages, message => RoundOnScreen.TryRead(message) is not null);
        foreach (var round in rounds)
        {
            var shown = messages.Where(message => message.Says($"Question {round.Number} of {rounds.Count} ")).ToList();
            var answer = Assert.Single(shown, message => message.Id == round.Posted.Message.Id);
            Assert.True(answer.Says(round.Posted.Options[round.Right].TrimEnd('…')), $"The answer is missing: {answer}");
            Assert.DoesNotContain(shown, message => message.Buttons.Any(button => !button.Disabled));
        }

        Assert.Single(messages, message => message.Buttons.Any(button => button.Label == ResultsButton));
    }

    private static AcceptedPress Standing(SeenPress last, List<StoredAnswer> stored, Dictionary<string, SeenPress> pressed)
    {
        Assert.Equal(Enumerable.Range(0, stored.Count), stored.Select(answer => answer.Change));
        var counts = pressed[stored[^1].Press];
        Assert.True(
            counts.Option == last.Option,
            $"{last.Member.Name} pressed {last.Option} last in question {last.Round} and was told '{last.Words}', but {counts.Option} counts.");
        var response = counts.Sent.At - Snowflakes.TimeOf(counts.Message);
        Assert.Equal((long)response.TotalMilliseconds, stored[^1].ResponseMs);
        return new AcceptedPress(counts.Member, counts.Round, counts.Option, counts.Sent.Id!, counts.Sent.At, response);
    }
}
