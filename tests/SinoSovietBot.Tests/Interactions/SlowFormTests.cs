using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Interactions;

public sealed class SlowFormTests
{
    private static readonly string OnACard = new ComponentId.CardTyped(new SessionId(7), 1).ToString();
    private static readonly string Report = new ComponentId.CardReported(new SessionId(7), new ItemId("card:war")).ToString();

    [Fact]
    public async Task ASlowFormThatEditsTheMessageItWasOpenedOnEditsItWhenDone() =>
        Assert.Equal(new InteractionResponse.DeferUpdate(), await DeferAsync(Given.Form(OnACard, "1950")));

    [Fact]
    public async Task ASlowFormThatSaysSomethingBesideIsThinking()
    {
        Assert.Equal(new InteractionResponse.DeferReply(Ephemeral: true), await DeferAsync(Given.Form(Report, "1950")));
        Assert.Equal(new InteractionResponse.DeferReply(Ephemeral: true), await DeferAsync(Given.Form(OnACard, "1950") with { Message = null }));
    }

    /// <summary>The deferral of a form whose handler is slow.</summary>
    private static async Task<InteractionResponse> DeferAsync(FormSubmitted form)
    {
        var journal = new Journal();
        var time = new WatchedTime(journal);
        var discord = new FakeDiscordApi(journal, time);
        var handling = new TaskCompletionSource<InteractionResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var desk = new InteractionDesk(
            new InteractionRouter([], [], [], [new Slow(handling.Task)]),
            new Responder(discord, time, new JournalLogger<Responder>(journal)),
            new DiscordClock(time),
            time);
        desk.Take(form);
        await journal.FirstAsync<TimerSet>(timer => timer.Due == Responder.DeferAfter);
        time.Advance(Responder.DeferAfter);
        var first = await journal.FirstAsync<ApiCall.Respond>();
        handling.SetResult(Reply.InPlace(new MessageContent { Text = "The back" }));
        Assert.Equal("The back", (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
        return first.Response;
    }

    private sealed class Slow(Task<InteractionResponse> handling) : IForms
    {
        public Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation) => handling;
    }
}
