using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Interactions;

public sealed class MenuTests
{
    private readonly Journal journal = new();
    private readonly WatchedTime time;
    private readonly FakeDiscordApi discord;

    public MenuTests()
    {
        time = new WatchedTime(journal);
        discord = new FakeDiscordApi(journal, time);
    }

    [Fact]
    public async Task AMenuAndAFormOfAnotherVersionGetAPoliteReply()
    {
        using var ofMenus = DeskOf(new FakeMenus());
        ofMenus.Take(Given.Choice("x", "1"));
        Assert.Equal(CommonMessages.OldButton, Given.TextOf((await journal.NthAsync<ApiCall.Respond>(1)).Response));
        ofMenus.Take(Given.Sent("x"));
        Assert.Equal(CommonMessages.OldForm, Given.TextOf((await journal.NthAsync<ApiCall.Respond>(2)).Response));
    }

    [Fact]
    public async Task AMenuThatEditsItsMessageIsDeferredLikeAButton()
    {
        var menus = new FakeMenus();
        using var ofMenus = DeskOf(menus);
        ofMenus.Take(Given.Choice(new ComponentId.DeckTopics("small").ToString(), "1"));
        await journal.FirstAsync<TimerSet>(timer => timer.Due == Responder.DeferAfter);
        time.Advance(Responder.DeferAfter);
        Assert.Equal(new InteractionResponse.DeferUpdate(), (await journal.FirstAsync<ApiCall.Respond>()).Response);
        menus.Handling.SetResult(Reply.InPlace(new MessageContent { Text = "There." }));
        Assert.Equal("There.", (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
    }

    private InteractionDesk DeskOf(IMenus menus) => new(
        new InteractionRouter([], [], [menus], []), new Responder(discord, time, new JournalLogger<Responder>(journal)), new DiscordClock(time), time);

    private sealed class FakeMenus : IMenus
    {
        public TaskCompletionSource<InteractionResponse> Handling { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) => Handling.Task;
    }
}
