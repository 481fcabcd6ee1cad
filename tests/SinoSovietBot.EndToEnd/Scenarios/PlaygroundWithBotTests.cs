using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>The playground as somebody starts it to try the bot.</summary>
public class PlaygroundWithBotTests
{
    [Fact]
    public async Task OnceItSaysWhereItIsAQuizCanBePlayed()
    {
        await using var playground = await PlaygroundProcess.StartAsync(withBot: true);
        var world = playground.World;
        await using var teacher = await ScriptedMember.ConnectAsync(playground, world.Members.First(member => member.Teacher));
        await using var student = await ScriptedMember.ConnectAsync(playground, world.Members.First(member => !member.Teacher));
        var quiz = await QuizRun.OpenAsync(teacher, playground.FirstChannel, 2);
        await quiz.JoinAsync(student);
        await quiz.BeginAsync();
        for (var number = 1; number <= 2; number++)
        {
            var round = await quiz.NextRoundAsync();
            await (await student.PressAsync(round.Message, "A")).IsToldAsync("Locked in: A");
        }

        await quiz.EndAsync();
        using var database = new SqliteProbe(playground.BotDatabasePath);
        Assert.Equal(2, database.AnswersOf(database.LastQuizIn(quiz.Channel)).Count);
    }

    [Fact]
    public async Task ItsPageIsServed()
    {
        await using var playground = await PlaygroundProcess.StartAsync();
        using var page = await playground.Http.GetAsync(new Uri("/", UriKind.Relative), Patience.TestCancellation);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }
}
