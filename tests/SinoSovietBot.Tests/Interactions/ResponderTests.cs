using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Interactions;

public sealed class ResponderTests : IDisposable
{
    private readonly Journal journal = new();
    private readonly WatchedTime time;
    private readonly FakeDiscordApi discord;
    private readonly FakeCommand command = new();
    private readonly InteractionDesk desk;

    public ResponderTests()
    {
        time = new WatchedTime(journal);
        discord = new FakeDiscordApi(journal, time);
        desk = DeskOf(new InteractionRouter([command], [], [], []));
    }

    public void Dispose() => desk.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnInteractionIsAnswered()
    {
        desk.Take(Given.Use("card"));
        Assert.Equal("Hello.", Given.TextOf((await journal.FirstAsync<ApiCall.Respond>()).Response));
    }

    [Fact]
    public void AnInteractionThatComesTwiceIsHandledOnce()
    {
        // Presses of answers are handled before Take returns, so there is nothing to wait for.
        var buttons = new FakeButtons();
        using var ofButtons = DeskOf(new InteractionRouter([], [buttons], [], []));
        string answer = new ComponentId.Answer(new QuizId(42), 0, 1).ToString();
        ofButtons.Take(Given.Press(answer, id: 7));
        ofButtons.Take(Given.Press(answer, id: 7));
        ofButtons.Take(Given.Press(answer, id: 8));
        Assert.Equal([7UL, 8UL], buttons.Pressed.Select(press => press.Id.Value));
        Assert.Equal(2, journal.Of<ApiCall.Respond>().Count);
    }

    [Fact]
    public void TheOldestInteractionIsForgottenFirst()
    {
        var seen = new SeenInteractions();
        for (ulong id = 1; id <= SeenInteractions.Capacity; id++)
            Assert.True(seen.Add(new Snowflake(id)));
        Assert.False(seen.Add(new Snowflake(1)));
        Assert.True(seen.Add(new Snowflake(SeenInteractions.Capacity + 1)));
        Assert.True(seen.Add(new Snowflake(1)));
        Assert.False(seen.Add(new Snowflake(SeenInteractions.Capacity)));
    }

    [Fact]
    public async Task ASlowHandlerIsDeferredAndFilledIn()
    {
        var handling = new TaskCompletionSource<InteractionResponse>();
        command.Run = _ => handling.Task;
        desk.Take(Given.Use("card"));
        await journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(1.5));
        time.Advance(TimeSpan.FromMilliseconds(1499));
        Assert.Empty(journal.Of<ApiCall>());
        time.Advance(TimeSpan.FromMilliseconds(1));
        var first = await journal.FirstAsync<ApiCall.Respond>();
        Assert.Equal(new InteractionResponse.DeferReply(Ephemeral: true), first.Response);

        handling.SetResult(Reply.Privately("At last."));
        Assert.Equal("At last.", (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
        Assert.Single(journal.Of<ApiCall.Respond>());
    }

    [Fact]
    public async Task ASlowHandlerThatFailsIsFilledInToo()
    {
        var handling = new TaskCompletionSource<InteractionResponse>();
        command.Run = _ => handling.Task;
        desk.Take(Given.Use("card", id: 77));
        await journal.FirstAsync<TimerSet>();
        time.Advance(TimeSpan.FromSeconds(1.5));
        await journal.FirstAsync<ApiCall.Respond>();
        handling.SetException(new InvalidOperationException("A bug."));
        Assert.Equal(CommonMessages.Fault(new Snowflake(77)), (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
    }

    [Fact]
    public async Task ASlowButtonThatEditsItsMessageEditsItWhenDone()
    {
        var handling = new TaskCompletionSource<InteractionResponse>();
        using var slow = await DeferPressAsync(handling);
        handling.SetResult(Reply.InPlace(new MessageContent { Text = "Page 2" }));
        Assert.Equal("Page 2", (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
    }

    [Fact]
    public async Task ASlowButtonThatFailsLeavesItsMessageAndIsToldBeside()
    {
        var handling = new TaskCompletionSource<InteractionResponse>();
        using var slow = await DeferPressAsync(handling);
        handling.SetException(new StorageException("The disk is full."));
        var told = (await journal.FirstAsync<ApiCall.FollowUp>()).Content;
        Assert.Equal((CommonMessages.StorageTrouble, true), (told.Text, told.Ephemeral));
        Assert.Empty(journal.Of<ApiCall.EditResponse>());
    }

    [Fact]
    public async Task ADeferredAnswerIsTriedUntilDiscordTakesIt()
    {
        var handling = await DeferCommandAsync();
        discord.Fault = call => call is ApiCall.EditResponse ? new HttpRequestException("The line is dead.") : null;
        handling.SetResult(Reply.Privately("At last."));
        foreach (int seconds in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            await journal.FirstAsync<TimerSet>(timer => timer.Due == TimeSpan.FromSeconds(seconds));
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        discord.Fault = _ => null;
        await journal.NthAsync<TimerSet>(3, timer => timer.Due == TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(30));
        await journal.NthAsync<ApiCall.EditResponse>(9);
    }

    [Fact]
    public async Task ADeferredAnswerIsNotSentOnceItsTokenHasDied()
    {
        var handling = await DeferCommandAsync();
        time.Advance(TimeSpan.FromMinutes(15));
        handling.SetResult(Reply.Privately("At last."));
        Assert.Equal(LogLevel.Warning, (await journal.FirstAsync<Logged>()).Level);
        Assert.Empty(journal.Of<ApiCall.EditResponse>());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, DiscordErrorCode.InvalidToken)]
    [InlineData(HttpStatusCode.NotFound, DiscordErrorCode.UnknownWebhook)]
    public async Task ATokenThatDiscordCallsDeadIsUsedOnceAndNoFault(HttpStatusCode status, int code)
    {
        var handling = await DeferCommandAsync();
        discord.Fault = _ => FakeDiscordApi.Refusal(status, code);
        handling.SetResult(Reply.Privately("At last."));
        Assert.Equal(LogLevel.Warning, (await journal.FirstAsync<Logged>()).Level);
        Assert.Single(journal.Of<ApiCall.EditResponse>());
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task AHandlerThatFailsGetsThePoliteTextWithItsNumber(Type fault)
    {
        command.Run = _ => throw (Exception)Activator.CreateInstance(fault, "A bug.")!;
        desk.Take(Given.Use("card", id: 77));
        string text = Given.TextOf((await journal.FirstAsync<ApiCall.Respond>()).Response);
        Assert.Equal(CommonMessages.Fault(new Snowflake(77)), text);
        Assert.Contains("77", text, StringComparison.Ordinal);
        Assert.Single(journal.Of<Logged>(entry => entry.Level == LogLevel.Error));
    }

    [Fact]
    public async Task ADatabaseThatCannotBeReachedIsSaidSo()
    {
        command.Run = _ => Task.FromException<InteractionResponse>(new StorageException("The disk is full."));
        desk.Take(Given.Use("card"));
        Assert.Equal(CommonMessages.StorageTrouble, Given.TextOf((await journal.FirstAsync<ApiCall.Respond>()).Response));
        Assert.Contains(journal.Of<Logged>(), entry => entry.Text.Contains("The disk is full.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SuggestionsThatFailAreNone()
    {
        command.Suggestions = _ => throw new StorageException("The disk is full.");
        desk.Take(Given.Typing("card", "deck", "s"));
        Assert.Empty(Assert.IsType<InteractionResponse.Suggest>((await journal.FirstAsync<ApiCall.Respond>()).Response).Choices);
    }

    [Fact]
    public async Task SuggestionsAreNeverDeferred()
    {
        var responder = new Responder(discord, time, new JournalLogger<Responder>(journal));
        var handling = new TaskCompletionSource<InteractionResponse>();
        var answering = responder.AnswerAsync(Given.Typing("card", "deck", "s"), handling.Task, Cancellation);
        await journal.FirstAsync<TimerSet>();
        time.Advance(TimeSpan.FromSeconds(2));
        handling.SetResult(new InteractionResponse.Suggest([new Suggestion("A", "a")]));
        await answering;
        Assert.IsType<InteractionResponse.Suggest>(Assert.Single(journal.Of<ApiCall.Respond>()).Response);
    }

    [Fact]
    public async Task AnUnknownCommandIsSaidSo()
    {
        desk.Take(Given.Use("homework set"));
        Assert.Equal(CommonMessages.UnknownCommand, Given.TextOf((await journal.FirstAsync<ApiCall.Respond>()).Response));
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("9:j:42")]
    [InlineData("1:j:42")]
    public async Task AButtonThatNobodyKnowsGetsTheOldButtonReply(string customId)
    {
        desk.Take(Given.Press(customId));
        Assert.Equal(CommonMessages.OldButton, Given.TextOf((await journal.FirstAsync<ApiCall.Respond>()).Response));
    }

    [Fact]
    public async Task AFormThatComesTooLateToBeOpenedIsSaidSo()
    {
        var handling = await DeferCommandAsync();
        handling.SetResult(new InteractionResponse.OpenForm(new Form("1:df:1", "Card", [])));
        Assert.Equal(CommonMessages.FormTooLate, (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Text);
    }

    [Fact]
    public async Task ALargeFileIsSentAfterADeferral()
    {
        var file = new FileUpload("deck.yaml", new byte[Responder.HeavyBytes + 1]);
        command.Run = _ => Task.FromResult(Reply.Privately(new MessageContent { Text = "Here.", Files = [file] }));
        desk.Take(Given.Use("card"));
        Assert.Equal([file], (await journal.FirstAsync<ApiCall.EditResponse>()).Content.Files);
        Assert.Equal(new InteractionResponse.DeferReply(Ephemeral: true), Assert.Single(journal.Of<ApiCall.Respond>()).Response);
    }

    [Fact]
    public async Task AnAnswerThatDiscordNoLongerWantsIsLoggedAndNothingMore()
    {
        discord.Fault = _ => FakeDiscordApi.Refusal(HttpStatusCode.NotFound, DiscordErrorCode.UnknownInteraction);
        desk.Take(Given.Use("card"));
        Assert.Equal(LogLevel.Warning, (await journal.FirstAsync<Logged>()).Level);
    }

    [Fact]
    public async Task AnAnswerThatCannotBeSentIsLogged()
    {
        discord.Fault = _ => new HttpRequestException("The line is dead.");
        desk.Take(Given.Use("card"));
        Assert.Equal(LogLevel.Error, (await journal.FirstAsync<Logged>()).Level);
    }

    /// <summary>A press that turns a page, up to its deferral.</summary>
    private async Task<InteractionDesk> DeferPressAsync(TaskCompletionSource<InteractionResponse> handling)
    {
        var buttons = new FakeButtons { Handling = handling.Task };
        var ofButtons = DeskOf(new InteractionRouter([], [buttons], [], []));
        ofButtons.Take(Given.Press(new ComponentId.ResultsPage(new QuizId(42), 1).ToString()));
        await journal.FirstAsync<TimerSet>(timer => timer.Due == Responder.DeferAfter);
        time.Advance(Responder.DeferAfter);
        Assert.Equal(new InteractionResponse.DeferUpdate(), (await journal.FirstAsync<ApiCall.Respond>()).Response);
        return ofButtons;
    }

    private InteractionDesk DeskOf(InteractionRouter router) =>
        new(router, new Responder(discord, time, new JournalLogger<Responder>(journal)), new DiscordClock(time), time);

    /// <summary>Takes a command whose handler is slow, up to its deferral.</summary>
    private async Task<TaskCompletionSource<InteractionResponse>> DeferCommandAsync()
    {
        var handling = new TaskCompletionSource<InteractionResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        command.Run = _ => handling.Task;
        desk.Take(Given.Use("card"));
        await journal.FirstAsync<TimerSet>(timer => timer.Due == Responder.DeferAfter);
        time.Advance(Responder.DeferAfter);
        await journal.FirstAsync<ApiCall.Respond>();
        return handling;
    }

    private sealed class FakeButtons : IButtons
    {
        public List<ButtonPressed> Pressed { get; } = [];

        public Task<InteractionResponse> Handling { get; init; } = Task.FromResult(Reply.Privately("Hello."));

        public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation)
        {
            Pressed.Add(press);
            return Handling;
        }
    }

    private sealed class FakeCommand : ICommand
    {
        public string Name => "card";

        public Func<SlashCommandUsed, Task<InteractionResponse>> Run { get; set; } = _ => Task.FromResult(Reply.Privately("Hello."));

        public Func<SuggestionsAsked, ImmutableArray<Suggestion>> Suggestions { get; set; } = _ => [];

        public Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation) => Run(use);

        public Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
            Task.FromResult(Suggestions(asked));
    }
}
