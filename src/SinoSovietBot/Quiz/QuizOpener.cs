using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>Turns <c>/quiz start</c> into a quiz, or into the one sentence that says why not. Thread-safe.</summary>
internal sealed class QuizOpener(QuizHall hall, IQuizStore store, DeckCatalogue decks, TimeProvider time)
{
    public async Task<InteractionResponse> StartAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        long wanted = use.Options.Number("questions") ?? QuizLimits.DefaultQuestions;
        if (Refusal(use, wanted) is { } refusal)
            return Reply.Privately(refusal);
        string typed = use.Options.Text("deck") ?? "";
        if (await decks.FindAsync(use.Guild, typed, cancellation) is not { Deck: var deck } found)
            return Reply.Privately(QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(known => known.Title)));
        string? topic = use.Options.Text("topic");
        if (topic is not null)
        {
            string? known = deck.Topics.FirstOrDefault(one => string.Equals(one, topic.Trim(), StringComparison.OrdinalIgnoreCase));
            if (known is null)
                return Reply.Privately(QuizReplies.UnknownTopic(topic, deck.Topics));
            topic = known;
        }

        var history = await store.HistoryAsync(new ServerId(use.Guild!.Value.Value), found.Address, cancellation);
        string? type = use.Options.Text("type");
        var questions = Questions(use, deck, QuestionTypes.Limit(new QuestionRequest((int)wanted) { Topic = topic, History = history }, type));
        if (questions.IsEmpty)
            return Reply.Privately(QuizReplies.NothingToAsk(deck.Title, topic, QuestionTypes.In(deck, topic)));
        var quiz = State(use, found, topic, questions);
        return await hall.OpenAsync(quiz) switch
        {
            null when hall.In(quiz.Channel) is { } running => Reply.Privately(QuizReplies.AlreadyRunning(running.State)),
            null or QuizOutcome.NotSaved => Reply.Privately(QuizReplies.NotSaved),
            _ => Reply.Privately(QuizReplies.Opened(quiz, (int)wanted)),
        };
    }

    private string? Refusal(SlashCommandUsed use, long wanted)
    {
        if (!Teachers.Includes(use))
            return QuizReplies.MayNotStart;
        if (wanted is < QuizLimits.MinQuestions or > QuizLimits.MaxQuestions)
            return QuizReplies.QuestionsOutOfRange(wanted);
        if (use.Options.Number("time") is { } seconds and (< QuizLimits.MinSeconds or > QuizLimits.MaxSeconds))
            return QuizReplies.TimeOutOfRange(seconds);
        var missing = ChannelPermissions.Missing(use.BotPermissions, use.InThread);
        if (!missing.IsEmpty)
            return QuizReplies.MissingPermissions(missing);
        return hall.In(new ChannelId(use.Channel!.Value.Value)) is { } running ? QuizReplies.AlreadyRunning(running.State) : null;
    }

    // Seeded by the command's own id: what was asked can be worked out again, and no two quizzes are alike.
    private static ImmutableArray<AskedQuestion> Questions(SlashCommandUsed use, Deck deck, QuestionRequest request)
    {
        var random = new Random((int)(use.Id.Value ^ (use.Id.Value >> 32)));
        var chosen = QuestionChooser.Choose(deck, request, random);
        var keys = new MarkingKeys(deck);
        return
        [
            .. chosen.Select(question => AskedQuestion.Of(
                question, deck.Cards.First(card => card.Id == question.Card), OptionOrder.For(question, random), keys) with
            {
                Bag = request.History.NextBagOf(question.Id),
                Time = use.Options.Number("time") is { } seconds ? TimeSpan.FromSeconds(seconds) : RoundTime.For(question),
            }),
        ];
    }

    private QuizState State(SlashCommandUsed use, KnownDeck deck, string? topic, ImmutableArray<AskedQuestion> questions)
    {
        var host = use.Member();
        return new QuizState
        {
            Id = new QuizId(use.Id.Value),
            Server = new ServerId(use.Guild!.Value.Value),
            Channel = new ChannelId(use.Channel!.Value.Value),
            Host = host,
            HostIsTeacher = Teachers.Includes(use),
            Names = ImmutableDictionary<MemberId, string>.Empty.Add(host, use.User.DisplayName),
            Deck = deck.Address,
            DeckTitle = deck.Deck.Title,
            Topic = topic,
            OpenedAt = time.GetUtcNow(),
            Questions = questions,
        };
    }
}
