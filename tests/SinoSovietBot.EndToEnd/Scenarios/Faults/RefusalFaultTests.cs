using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>Discord closes with a code that trying again cannot mend.</summary>
public class RefusalFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    private const int Misconfigured = 78;

    [Theory, Runs(4004, 4010, 4011, 4012, 4013, 4014)]
    public async Task AfterTheseCloseCodesTheBotEndsSayingWhyAndTheQuizGoesOnAtTheNextStart(int code, int run)
    {
        await OpenAsync(run, 2);
        await PlayRoundAsync(await NextRoundAsync(), TimeSpan.FromMilliseconds(300), () => Task.CompletedTask);
        var cut = await NextRoundAsync();
        await PlayRoundAsync(cut, TimeSpan.FromSeconds(1), async () =>
        {
            await OrderAsync([new { kind = "close", code }]);
            Assert.Equal(Misconfigured, await Classroom.Bot.ExitAsync());
            Assert.Contains(code == 4004 ? "Discord:Token" : $"close code {code}", Classroom.Bot.Story, StringComparison.Ordinal);
            using (var database = Classroom.OpenDatabase())
                Assert.Equal("ok", database.CheckIntegrity());
            await Classroom.StartBotWithoutWaitingAsync();
            var again = await Quiz.NextRoundAsync();
            Assert.Equal((cut.Number, string.Join('|', cut.Posted.Options)), (again.Number, string.Join('|', again.Options)));
            cut.Posted = again;
        });
        await CheckAsync();
    }
}
