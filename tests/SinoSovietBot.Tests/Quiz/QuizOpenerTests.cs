using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Quiz;

public sealed class QuizOpenerTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly Classroom room = new();
    private readonly DeckCatalogue decks;

    public QuizOpenerTests()
    {
        folder.File("small.yaml", DeckText.Small());
        folder.File("mixed.yaml", DeckText.Mixed());
        decks = NoServerDecks.Catalogue(folder.Path, room.Journal);
    }

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task ATeacherOpensALobby()
    {
        string reply = await StartAsync(("deck", "small"), ("questions", 3));
        Assert.StartsWith("The lobby is open.", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("instead of", reply, StringComparison.Ordinal);
        var lobby = await room.Journal.FirstAsync<ApiCall.Post>();
        Assert.Equal("Quiz: A small deck", lobby.Content.Embeds[0].Title);
        Assert.StartsWith("3 questions, hosted by Ms Hart.", lobby.Content.Embeds[0].Description, StringComparison.Ordinal);
        Assert.True(room.Hall.In(Given.Channel)!.State.HostIsTeacher);
    }

    [Fact]
    public async Task WhoeverIsNoTeacherIsToldWhatItTakes()
    {
        var use = Use(("deck", "small")) with { UserPermissions = Permissions.SendMessages };
        Assert.Equal(QuizReplies.MayNotStart, await StartAsync(use));
        Assert.Contains("Manage Messages", QuizReplies.MayNotStart, StringComparison.Ordinal);
        AssertNothingHappened();
    }

    [Fact]
    public async Task AnAdministratorIsATeacher() =>
        Assert.StartsWith("The lobby is open.", await StartAsync(Use(("deck", "small")) with { UserPermissions = Permissions.Administrator }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(51)]
    [InlineData(long.MaxValue)]
    public async Task ANumberOfQuestionsOutOfRangeIsRefusedWithTheRange(long questions)
    {
        string reply = await StartAsync(("deck", "small"), ("questions", questions));
        Assert.Equal(string.Create(null, $"A quiz has from 1 to 50 questions, not {questions}."), reply);
        AssertNothingHappened();
    }

    [Theory]
    [InlineData(9)]
    [InlineData(241)]
    public async Task ATimeOutOfRangeIsRefusedWithTheRange(long seconds)
    {
        string reply = await StartAsync(("deck", "small"), ("time", seconds));
        Assert.Equal(string.Create(null, $"A question can stay open from 10 to 240 seconds, not {seconds}."), reply);
        AssertNothingHappened();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(240)]
    public async Task TheTimeThatTheHostSetsIsThatOfEveryQuestion(long seconds)
    {
        await StartAsync(("deck", "small"), ("time", seconds));
        Assert.All(room.Hall.In(Given.Channel)!.State.Questions, question => Assert.Equal(TimeSpan.FromSeconds(seconds), question.Time));
    }

    [Fact]
    public async Task AnUnknownDeckNamesTheKnownOnes()
    {
        Assert.Equal("I have no deck called “french”. I have: A mixed deck, A small deck.", await StartAsync(("deck", "french")));
        AssertNothingHappened();
    }

    [Fact]
    public async Task AnUnknownTopicNamesTheKnownOnes()
    {
        Assert.Equal("That deck has no topic “Trade”. It has: War, Peace.", await StartAsync(("deck", "small"), ("topic", "Trade")));
        AssertNothingHappened();
    }

    [Fact]
    public async Task ATopicLimitsTheQuestionsWhateverItsLetterCase()
    {
        string reply = await StartAsync(("deck", "A SMALL DECK"), ("topic", " war "));
        Assert.EndsWith("It has 1 question instead of 10: there are no more to ask here.", reply, StringComparison.Ordinal);
        var quiz = room.Hall.In(Given.Channel)!.State;
        Assert.Equal("War", quiz.Topic);
        Assert.Equal("q-war", Assert.Single(quiz.Questions).Id.Value);
    }

    [Fact]
    public async Task FewerQuestionsThanWantedAreSaid() => Assert.EndsWith(
        "It has 5 questions instead of 50: there are no more to ask here.", await StartAsync(("deck", "small"), ("questions", 50)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("choice", "q-choice")]
    [InlineData("typed", "q-gap q-list q-typed")]
    [InlineData("order", "q-order")]
    [InlineData("mixed", "q-choice q-gap q-list q-order q-typed")]
    [InlineData(null, "q-choice q-gap q-list q-order q-typed")]
    public async Task TheTypeLimitsTheQuestions(string? type, string expected)
    {
        await (type is null ? StartAsync(("deck", "mixed")) : StartAsync(("deck", "mixed"), ("type", type)));
        var questions = room.Hall.In(Given.Channel)!.State.Questions.Where(question => question.Id.Value.StartsWith("q-", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', questions.Select(question => question.Id.Value).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task WhatHasToBeTypedIsAskedWithItsKeyAndWithoutOptions()
    {
        await StartAsync(("deck", "mixed"));
        var questions = room.Hall.In(Given.Channel)!.State.Questions;
        Assert.All(questions, question => Assert.NotEqual(question.Options.IsEmpty, question.Key is null));
        var list = questions.Single(question => question.Id.Value == "q-list").Key!;
        Assert.Equal((AnswerForm.List, 2, 3), (list.Form, list.Count, list.Items.Length));
        Assert.Equal(["Khrushchev"], questions.Single(question => question.Id.Value == "q-typed").Key!.Accept);
    }

    [Fact]
    public async Task ATypeOfWhichThereIsNothingNamesThoseThereAre()
    {
        Assert.Equal(
            "The deck **A small deck** has no questions of that type on **Peace**. It has: `choice`.",
            await StartAsync(("deck", "small"), ("topic", "Peace"), ("type", "order")));
        AssertNothingHappened();
    }

    [Theory]
    [InlineData(Permissions.None, "**View Channel**, **Send Messages**, **Embed Links**")]
    [InlineData(Permissions.ViewChannel | Permissions.SendMessages, "I lack **Embed Links** here")]
    [InlineData(Permissions.ViewChannel | Permissions.EmbedLinks, "I lack **Send Messages** here")]
    public async Task MissingPermissionsAreNamedBeforeAnythingIsPosted(Permissions held, string named)
    {
        Assert.Contains(named, await StartAsync(Use(("deck", "small")) with { BotPermissions = held }), StringComparison.Ordinal);
        AssertNothingHappened();
    }

    [Theory]
    [InlineData(Permissions.Administrator, false)]
    [InlineData(Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks, false)]
    [InlineData(Permissions.ViewChannel | Permissions.SendMessagesInThreads | Permissions.EmbedLinks, true)]
    public async Task EnoughPermissionsAreEnough(Permissions held, bool inThread)
    {
        var use = Use(("deck", "small")) with { BotPermissions = held, InThread = inThread };
        Assert.StartsWith("The lobby is open.", await StartAsync(use), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendingInThreadsIsNoHelpElsewhereNorSendingInThreads()
    {
        const Permissions Threads = Permissions.ViewChannel | Permissions.SendMessagesInThreads | Permissions.EmbedLinks;
        const Permissions Channels = Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks;
        Assert.Contains("**Send Messages**", await StartAsync(Use(("deck", "small")) with { BotPermissions = Threads }), StringComparison.Ordinal);
        var inThread = Use(("deck", "small")) with { BotPermissions = Channels, InThread = true };
        Assert.Contains("**Send Messages in Threads**", await StartAsync(inThread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChannelWithAQuizIsRefused()
    {
        await StartAsync(("deck", "small"));
        Assert.StartsWith("A quiz on **A small deck** is running", await StartAsync(Use(("deck", "small")) with { Id = new(200_001) }),
            StringComparison.Ordinal);
        var elsewhere = Use(("deck", "small")) with { Id = new(200_002), Channel = new(501) };
        Assert.StartsWith("The lobby is open.", await StartAsync(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOpeningThatCannotBeStoredIsNotAnnounced()
    {
        room.Store.Fails = change => change is QuizChange.Opened;
        Assert.Equal(QuizReplies.NotSaved, await StartAsync(("deck", "small")));
        AssertNothingHappened();
    }

    [Fact]
    public async Task TheSameCommandGivesTheSameQuestionsInTheSameOrder()
    {
        await StartAsync(("deck", "small"));
        await using var other = new Classroom();
        await new QuizOpener(other.Hall, other.Store, decks, other.Time).StartAsync(Use(("deck", "small")), TestContext.Current.CancellationToken);
        var one = room.Hall.In(Given.Channel)!.State.Questions;
        var two = other.Hall.In(Given.Channel)!.State.Questions;
        Assert.Equal(one.Select(question => question.Id), two.Select(question => question.Id));
        Assert.Equal(one.SelectMany(question => question.Options), two.SelectMany(question => question.Options));
    }

    [Fact]
    public async Task TheRightOptionIsWhereTheKeySaysAndACorrectedPointBringsItsCorrection()
    {
        await StartAsync(("deck", "small"));
        var questions = room.Hall.In(Given.Channel)!.State.Questions;
        Assert.All(questions, question => Assert.Equal($"Right {question.Id}", question.Options[question.Right]));
        var corrected = Assert.Single(questions, question => !question.Corrections.IsEmpty);
        Assert.Equal("q-peace-1", corrected.Id.Value);
        Assert.Equal(["The notes say 1954; it was 1953."], corrected.Corrections);
    }

    [Fact]
    public async Task DecksAndTopicsAreSuggested()
    {
        var commands = Commands();
        async Task<ImmutableArray<Suggestion>> SuggestAsync(string option, string typed, params (string Name, object Value)[] others) =>
            await commands.SuggestAsync(Given.Typing("quiz start", option, typed, others), TestContext.Current.CancellationToken);
        Assert.Equal([new Suggestion("A small deck", "small")], await SuggestAsync("deck", "SMALL"));
        Assert.Empty(await SuggestAsync("deck", "large"));
        Assert.Equal(["War", "Peace"], (await SuggestAsync("topic", "", ("deck", "small"))).Select(choice => choice.Value));
        Assert.Empty(await SuggestAsync("topic", ""));
    }

    [Fact]
    public async Task StatusAndStopKnowWhetherAQuizIsRunning()
    {
        Assert.Equal(QuizReplies.NoQuizHere, await RunAsync(Given.Use("quiz status")));
        Assert.Equal(QuizReplies.NoQuizHere, await RunAsync(Given.Use("quiz stop")));
        await StartAsync(("deck", "small"));
        Assert.StartsWith("The quiz on **A small deck** is in the lobby", await RunAsync(Given.Use("quiz status")), StringComparison.Ordinal);
        var pupil = Given.Use("quiz stop") with { User = new Person(new(8), "Pupil", true), UserPermissions = Permissions.None };
        Assert.Equal(QuizReplies.MayNotStop, await RunAsync(pupil));
        Assert.StartsWith("End the quiz on **A small deck**", await RunAsync(Given.Use("quiz stop")), StringComparison.Ordinal);
        Assert.Equal(CommonMessages.OnlyInServers, await RunAsync(Given.Use("quiz start") with { Guild = null }));
    }

    private static SlashCommandUsed Use(params (string Name, object Value)[] options) => Given.Use("quiz start", 200_000, options);

    private Task<string> StartAsync(params (string Name, object Value)[] options) => StartAsync(Use(options));

    private Task<string> StartAsync(SlashCommandUsed use) => RunAsync(use);

    private async Task<string> RunAsync(SlashCommandUsed use)
    {
        var commands = Commands();
        return Given.TextOf(await commands.RunAsync(use, TestContext.Current.CancellationToken));
    }

    private QuizCommands Commands() =>
        new(room.Hall, new QuizOpener(room.Hall, room.Store, decks, room.Time), new TypedAnswers(room.Hall), decks);

    private void AssertNothingHappened()
    {
        Assert.Empty(room.Journal.Of<ApiCall>());
        Assert.Empty(room.Journal.Of<Committed>());
    }
}
