using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using CsCheck;
using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Hosting;
using SinoSovietBot.Interactions;
using SinoSovietBot.Leaderboard;
using SinoSovietBot.Quiz;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Revision.History;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Revision.Reports;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Settings;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Security;

/// <summary>
/// Every function that turns what people or decks supply into a message shows it as text. Which functions those are is found out, so that a new one
/// without a test fails here.
/// </summary>
public partial class EveryMessageTests
{
    private const string Harmless = "Zhenbao";

    private static readonly Type[] Carriers =
    [
        typeof(string), typeof(IEnumerable<string>), typeof(QuizState), typeof(LeaderboardPage), typeof(MemberResults), typeof(KnownDeck),
        typeof(ServerDeck), typeof(OwnDeck), typeof(ShownImport), typeof(ImmutableArray<DeckProblem>), typeof(ImmutableArray<DeckFinding>),
        typeof(CardText),
        typeof(QuizOutcome), typeof(MarkingKey), typeof(Marking), typeof(Card), typeof(AskedQuestion), typeof(CardView), typeof(LearnerDeck),
        typeof(SessionAnswer), typeof(ImmutableArray<DeckListing>), typeof(SettingsReading), typeof(ImmutableArray<DueDeck>),
        typeof(ImmutableArray<HistoryLine>), typeof(ImmutableArray<ReportLine>),
    ];

    /// <summary>What each shows when one text stands everywhere at once. An underscore begins a second case of the same function.</summary>
    private static readonly Dictionary<string, Func<string, MessageContent>> Messages = new(OfExamsAndStatistics().Concat(OfDeckAdmins()))
    {
        ["QuizMessages.HostName"] = text => Said(QuizMessages.HostName(Quiz(text))),
        ["QuizMessages.NameOf"] = text => Said(QuizMessages.NameOf(Quiz(text), new MemberId(2))),
        ["QuizMessages.Lobby"] = text => QuizMessages.Lobby(Quiz(text)),
        ["QuizMessages.Lobby_topic"] = text => QuizMessages.Lobby(OnTopic(text)),
        ["QuizMessages.Round"] = text => QuizMessages.Round(Quiz(text), Given.Morning, ReopenCause.Restart),
        ["QuizMessages.Reveal"] = text => QuizMessages.Reveal(Quiz(text)),
        ["QuizMessages.Closed"] = text => QuizMessages.Closed(Quiz(text)),
        ["QuizMessages.Moved"] = text => QuizMessages.Moved(Quiz(text)),
        ["QuizMessages.End"] = text => QuizMessages.End(Quiz(text)),
        ["QuizMessages.ChannelLost"] = text => QuizMessages.ChannelLost(Quiz(text)),
        ["QuizReplies.Opened"] = text => Said(QuizReplies.Opened(Quiz(text), 50)),
        ["QuizReplies.UnknownDeck"] = text => Said(QuizReplies.UnknownDeck(text, [text, "other"])),
        ["QuizReplies.UnknownTopic"] = text => Said(QuizReplies.UnknownTopic(text, [text, "other"])),
        ["QuizReplies.NothingToAsk"] = text => Said(QuizReplies.NothingToAsk(text, "Topic", ["choice"])),
        ["QuizReplies.NothingToAsk_topic"] = text => Said(QuizReplies.NothingToAsk("Deck", text, [])),
        ["QuizReplies.AlreadyRunning"] = text => Said(QuizReplies.AlreadyRunning(Quiz(text))),
        ["QuizReplies.ConfirmStop"] = text => QuizReplies.ConfirmStop(Quiz(text)),
        ["QuizReplies.Status"] = text => Said(QuizReplies.Status(Quiz(text))),
        ["QuizReplies.Status_topic"] = text => Said(QuizReplies.Status(OnTopic(text))),
        ["QuizReplies.Results"] = text => QuizReplies.Results(new QuizId(1), Results(text), 0),
        ["BrowseMessages.Cards"] = text => BrowseMessages.Cards(Known(text), new ComponentId.DeckPage("small", 0, 0), hidden: false),
        ["BrowseMessages.Cards_topic"] = text => BrowseMessages.Cards(Known(text), new ComponentId.DeckPage("small", 1, 0), hidden: true),
        ["BrowseMessages.Info"] = text => BrowseMessages.Info(Known(text), 0, hidden: false),
        ["CardMessages.Faulty"] = text => CardMessages.Faulty(new WaitingId(1), [Problem(text)]),
        ["CardMessages.Saved"] = text => CardMessages.Saved(text, text, new DeckId("small"), 2, isNew: true),
        ["CardMessages.UnknownCard"] = text => Said(CardMessages.UnknownCard(text, text)),
        ["CheckMessages.Checked"] = text => CheckMessages.Checked(
            Known(text).Deck, [new DeckFinding(DeckTrap.SamePrompt, null, text)], new DeckMeasures([])),
        ["CheckMessages.Unusable"] = text => CheckMessages.Unusable(text, [Problem(text)]),
        ["QuizMessages.Round_typed"] = text => QuizMessages.Round(Typed(text), Given.Morning, null),
        ["QuizMessages.Round_list"] = text => QuizMessages.Round(Listed(text), Given.Morning, null),
        ["QuizMessages.Reveal_typed"] = text => QuizMessages.Reveal(Typed(text)),
        ["QuizMessages.Reveal_list"] = text => QuizMessages.Reveal(Listed(text)),
        ["QuizReplies.Results_typed"] = text => QuizReplies.Results(new QuizId(1), TypedResults(text), 0),
        ["TypedMessages.AppendReveal"] = text => Appended(Typed(text)),
        ["TypedReplies.Quoted"] = text => Said(TypedReplies.Quoted(text)),
        ["TypedReplies.Remark"] = text => Said($"x {TypedReplies.Remark(Marked(text, Verdict.Right), 200)}"),
        ["TypedReplies.For"] = text => TypedReplies.For(new QuizOutcome.TypedIn(0, Message, Marked(text, Verdict.Wrong), null), new QuizId(1)),
        ["TypedReplies.For_change"] = text => TypedReplies.For(new QuizOutcome.TypedIn(0, Message, Marked(text, Verdict.Right), text), new QuizId(1)),
        ["TypedReplies.For_vague"] = text => TypedReplies.For(new QuizOutcome.TypedIn(0, Message, Marked(text, Verdict.Vague), null), new QuizId(1)),
        ["TypedReplies.For_same"] = text => TypedReplies.For(new QuizOutcome.TypedAlready(0, Message, Marked(text, Verdict.Wrong)), new QuizId(1)),
        ["TypedReplies.For_later"] = text => TypedReplies.For(new QuizOutcome.TypedLater(text), new QuizId(1)),
        ["BrowseMessages.Points"] = text => Said(string.Join('\n', BrowseMessages.Points(Known(text).Deck.Cards[0]))),
        ["BrowseMessages.Notes"] = text => Said(string.Join('\n', BrowseMessages.Notes(Known(text).Deck.Cards[0]))),
        ["QuizMessages.RevealedOption"] = text => Said(QuizMessages.RevealedOption(Quiz(text).Question, 0)),
        ["QuizMessages.WithExplanation"] = text => Said(QuizMessages.WithExplanation("x", Quiz(text).Question)),
        ["TypedMessages.AppendExpected"] = text => Expected(Listed(text).Question.Key!),
        ["CardFrontMessages.Front"] = text => CardFrontMessages.Front(ACard.OfCard(text), 0, null),
        ["CardFrontMessages.Front_hint"] = text => CardFrontMessages.Front(ACard.OfOptions(text), 1, null),
        ["CardFrontMessages.Front_vague"] = text => CardFrontMessages.Front(
            ACard.OfTyped(text, Verdict.Vague) with { Key = new MarkingKey { Form = AnswerForm.Text, Answer = "a" } }, 0, null),
        ["CardFrontMessages.Asked"] = text => Said(CardFrontMessages.Asked(ACard.OfOptions(text))),
        ["CardFrontMessages.Title"] = text => Said(CardFrontMessages.Title(ACard.OfCard(text))),
        ["CardBackMessages.Back"] = text => CardBackMessages.Back(ACard.OfCard(text), 0, null),
        ["CardBackMessages.Back_written"] = text => CardBackMessages.Back(ACard.OfCard(text, new SessionAnswer(text, null)), 0, null),
        ["CardBackMessages.Back_options"] = text => CardBackMessages.Back(ACard.OfOptions(text), 0, null),
        ["CardBackMessages.Back_typed"] = text => CardBackMessages.Back(ACard.OfTyped(text, Verdict.Wrong), 0, null),
        ["CardBackMessages.Marked"] = text => Said(CardBackMessages.Marked(new SessionAnswer(text, Verdict.Right, text), "typed")),
        ["CardEndMessages.End"] = text => CardEndMessages.End(ACard.OfCard(text).Learner, ACard.OfCard(text).Session with { Shown = null, Topic = text }, null),
        ["CardReplies.QuizIsOn"] = text => Said(CardReplies.QuizIsOn(text)),
        ["CardReplies.WaitForQuiz"] = text => CardReplies.WaitForQuiz(text, ACard.OfCard(text).Session),
        ["CardReplies.WhichDeck"] = text => CardReplies.WhichDeck([new DeckListing(new DeckId("small"), text, text)], RevisionMode.Due, 10),
        ["CardReplies.Graded"] = text => Said(CardReplies.Graded(ACard.Forgotten(text), text)),
        ["LeaderboardMessages.Page"] = text => LeaderboardMessages.Page(Board(text), Everything, text),
    };

    private static readonly IReadOnlyDictionary<string, Func<string, MessageContent>> All =
        Messages.Concat(AStudy.Messages).ToDictionary(message => message.Key, message => message.Value);

    /// <summary>They take texts that are our own (the names of permissions, the sentences of refusals), or make what shows no markdown: files and forms.</summary>
    private static readonly string[] OurOwn =
    [
        "TypedMessages.AnswerField", "TypedMessages.Asked", "TypedReplies.Said", "QuizMessages.OptionLabel", "CardFrontMessages.Footer",
        "QuizReplies.MissingPermissions", "QuizReplies.For", "TypedMessages.Invitation", "TypedMessages.Label", "TypedMessages.Buttons", "TypedMessages.Form",
        "TypedMessages.Expected", "BrowseMessages.Counted", "CardMessages.Lost", "CardMessages.NotStored", "DeckAdminMessages.PlainText",
        "SettingsMessages.Suggestion", "StatsMessages.AltText", "StatsMessages.PictureText",
    ];

    [Fact]
    public void EveryFunctionThatShowsTextsIsTriedHere()
    {
        var found = typeof(BotHost).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal) || type.Name.EndsWith("Replies", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => Carriers.Contains(parameter.ParameterType)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(All.Keys.Select(name => name.Split('_')[0]).Distinct().Concat(OurOwn).Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void WhateverPeopleAndDecksSupplyIsShownAsText() => Nasty.Text(30).Sample(nasty =>
    {
        foreach (var (name, message) in All)
        {
            try
            {
                Nasty.AssertEscaped(message(nasty), nasty, message(Harmless), Harmless);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{name}: {exception.Message}", exception);
            }
        }
    }, iter: 300);

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u200B\u200B")]
    [InlineData("\u202E")]
    [InlineData("\u2800\uFE0F")]
    [InlineData("\n")]
    [InlineData("")]
    public void ANameThatShowsNothingIsSomebody(string name)
    {
        Assert.Equal("somebody", QuizMessages.HostName(Quiz(name)));
        Assert.Contains("**somebody**", QuizMessages.End(Quiz(name)).Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("**somebody**", LeaderboardMessages.Page(Board(name), Everything, null).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameCannotAddALineToThePodium()
    {
        const string forged = "Ann** 3 of 3 correct\n🥇 **Ben";
        string podium = QuizMessages.End(Quiz(forged)).Embeds[0].Description!;
        Assert.Single(podium.Split('\n'), line => line.StartsWith("🥇", StringComparison.Ordinal));
        Assert.Contains(@"Ann\*\* 3 of 3 correct 🥇 \*\*Ben", podium, StringComparison.Ordinal);
    }

    private static DeckProblem Problem(string text) => new("deck.yaml", 3, 4, ProblemSeverity.Error, text);

    private static DeckChanges Changes(string text) => new(
        [new DeckChange(DeckPart.Card, "war", text)], [new DeckChange(DeckPart.Header, "small", text)], [new DeckChange(DeckPart.Point, "war-1", text)]);

    private static ShownImport Preview(string text) => new()
    {
        Title = text, Deck = new DeckId("small"), IsNew = true, Mode = ImportMode.Update, Changes = Changes(text),
        From = (text, ImportFormat.Csv), Rejected = [Problem(text)], Notes = [text],
    };

    private static ServerDeck Brought(string text) => new()
    {
        Server = new ServerId(Given.Guild.Value), Id = new DeckId("small"), Title = text, Subject = text, Revision = 2, Kind = DeckChangeKind.Card,
        ChangedAt = Given.Morning, ChangedBy = new MemberId(2), Size = 3,
    };

    private static KnownDeck Known(string text)
    {
        var point = new Point { Id = new PointId("war-1"), Text = text, Correction = text };
        var deck = DeckCatalogue.Read(new DeckId("small"), DeckText.Small()).Deck!;
        var card = deck.Cards[0] with { Topic = text, Front = text, Points = [point with { Points = [point] }], Notes = [text] };
        deck = deck with
        {
            Title = text, Subject = text, Licence = text, Source = text, Language = text, Notes = [text], Cards = [card, deck.Cards[1]],
        };
        return new KnownDeck(deck.Id, deck, Given.Morning, Brought(text));
    }

    private static ComponentId.Board Everything => new(LeaderboardPeriod.All, null, 0);

    private static QuizState Quiz(string text) => Given.Asking() with
    {
        Questions =
        [
            Given.Question() with { Prompt = text, Options = [text, "The treaty"], Explanation = text, Corrections = [text], Topic = text },
        ],
        DeckTitle = text,
        Joined = [new MemberId(2)],
        Names = ImmutableDictionary<MemberId, string>.Empty.Add(Given.Host, text).Add(new MemberId(2), text),
        Scores = ImmutableDictionary<MemberId, Score>.Empty.Add(new MemberId(2), new Score(1, 1, TimeSpan.FromSeconds(3))),
        RevealedRounds = 1,
        End = EndReason.Finished,
    };

    private static PostedMessage Message => Given.MessageAt(Given.Morning, 91);

    // Three members, so that the wrong answer of one is shown.
    private static QuizState Typed(string text)
    {
        var question = Quiz(text).Question with
        {
            Options = [],
            Key = new MarkingKey { Form = AnswerForm.Text, Answer = text, Accept = ["accepted"], Vague = ["vague"] },
        };
        return Quiz(text) with
        {
            Questions = [question],
            Answers = ImmutableDictionary<MemberId, GivenAnswer>.Empty
                .Add(new MemberId(2), new GivenAnswer(null, TimeSpan.Zero, 0, 1) { Typed = Marked(text, Verdict.Wrong) }),
        };
    }

    private static QuizState Listed(string text)
    {
        var quiz = Typed(text);
        var key = quiz.Question.Key! with { Form = AnswerForm.List, Items = [new AnswerItem(text, []), new AnswerItem("x", [])], Count = 1 };
        return quiz with { Questions = [quiz.Question with { Key = key }] };
    }

    private static Marking Marked(string text, Verdict verdict) => new(verdict, MarkingRule.Spelling, text, "normalised", 0, 1, text);

    private static MessageContent Appended(QuizState quiz)
    {
        var body = new StringBuilder();
        TypedMessages.AppendReveal(body, quiz, quiz.Question.Key!);
        return Said(body.ToString());
    }

    private static MessageContent Expected(MarkingKey key)
    {
        var body = new StringBuilder();
        TypedMessages.AppendExpected(body, key);
        return Said(body.ToString());
    }

    private static MemberResults TypedResults(string text) => new(
        new ServerId(Given.Guild.Value),
        text,
        [
            .. new[] { Typed(text), Listed(text) }.SelectMany(quiz => new[]
            {
                new MemberRound(quiz.Question, quiz.Answers[new MemberId(2)]), new MemberRound(quiz.Question, null),
            }),
        ]);

    // Not with a title of the same text: the two stand together and are escaped as one.
    private static QuizState OnTopic(string text) => Quiz(text) with { DeckTitle = "Deck", Topic = text };

    private static MemberResults Results(string text) => new(
        new ServerId(Given.Guild.Value),
        text,
        [Given.Round(Quiz(text).Question, 0, TimeSpan.FromSeconds(3)), new MemberRound(Quiz(text).Question, null)]);

    private static LeaderboardPage Board(string text) => new(0, 1, 2, [Standing(1, text), Standing(2, text)], Standing(9, text));

    private static Standing Standing(int place, string name) => new(place, new MemberId((ulong)place), name, 3, 4);

    private static MessageContent Said(string text) => new() { Text = text };
}
