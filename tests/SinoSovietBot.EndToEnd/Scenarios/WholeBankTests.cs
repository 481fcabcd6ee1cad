using System.Text.RegularExpressions;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public partial class WholeBankTests(Classroom classroom) : Scenario(classroom)
{
    private const int Questions = 30;

    [Fact]
    public async Task WhoKnowsTheDeckAnswersEveryTypeOfItsQuestionsRight()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        var key = await Classroom.KeyAsync();
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), Questions, 120, "mixed");
        await quiz.JoinAsync(student);
        await quiz.BeginAsync();
        var typed = 0;
        for (var number = 1; number <= Questions; number++)
        {
            var message = await quiz.NextAsync(message => RoundOnScreen.TryRead(message) is not null || TypedOnScreen.TryRead(message) is not null ? message : null);
            if (TypedOnScreen.TryRead(message) is { } form)
            {
                typed++;
                var told = await form.TypeAsync(student, TypedAnswer(form, key.Answer(message)));
                Assert.True(told.Says("Locked in"), told.Text);
            }
            else
            {
                var round = RoundOnScreen.TryRead(message)!;
                var told = await student.PressIdAsync(message, round.Buttons[RightOption(round, key)].CustomId);
                await told.IsToldAsync("Locked in");
            }
        }

        var end = await quiz.EndAsync();
        Assert.True(end.Says($"{Questions} of {Questions} correct"), await StoryAsync(student, end));
        Assert.InRange(typed, 5, 12);
    }

    private static string TypedAnswer(TypedOnScreen form, IReadOnlyList<string> answer) =>
        form.IsList ? string.Join('\n', answer.Take(int.Parse(form.Button.Label["Name ".Length..], null))) : answer[0];

    private static int RightOption(RoundOnScreen round, DeckKey key)
    {
        if (!round.Options[0].Contains('→', StringComparison.Ordinal))
            return key.RightOption(round);
        var places = Numbered().Matches(round.Message.Text).ToDictionary(match => match.Groups["item"].Value.Trim(), match => match.Groups["number"].Value);
        var order = string.Join(" → ", key.Answer(round.Message).Select(item => places[item]));
        return round.Options.ToList().IndexOf(order);
    }

    private static async Task<string> StoryAsync(ScriptedMember student, ChatMessage end) =>
        $"{end}\n{(await (await student.PressAsync(end, "My results")).IsToldAsync("correct")).Text}";

    [GeneratedRegex(@"^(?<number>\d)\\?\. (?<item>.+)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
