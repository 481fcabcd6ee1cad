using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary><c>/quiz start · answer · stop · status</c>.</summary>
internal sealed class QuizCommands(QuizHall hall, QuizOpener opener, TypedAnswers answers, DeckCatalogue decks) : ICommand
{
    public static CommandDeclaration Command { get; } = new("quiz", "Play a quiz with the class in this channel")
    {
        Subcommands =
        [
            new SubcommandDeclaration("start", "Open a quiz in this channel (teachers)")
            {
                Options =
                [
                    new OptionDeclaration("deck", "What to ask about", OptionKind.Text) { Required = true, Suggested = true, MaxLength = 100 },
                    new OptionDeclaration("topic", "Only this topic of the deck", OptionKind.Text) { Suggested = true, MaxLength = 100 },
                    new OptionDeclaration("questions", "How many questions (10)", OptionKind.Number)
                    {
                        Min = QuizLimits.MinQuestions,
                        Max = QuizLimits.MaxQuestions,
                    },
                    new OptionDeclaration("type", "What kind of questions (mixed)", OptionKind.Text) { Choices = QuestionTypes.Choices },
                    new OptionDeclaration("time", "Seconds for each question (by its length)", OptionKind.Number)
                    {
                        Min = QuizLimits.MinSeconds,
                        Max = QuizLimits.MaxSeconds,
                    },
                ],
            },
            new SubcommandDeclaration("answer", "Answer the open question, where it has to be typed")
            {
                Options =
                [
                    new OptionDeclaration("text", "Your answer; several ideas with commas between them", OptionKind.Text)
                    {
                        Required = true,
                        MaxLength = QuizLimits.TypedListLength,
                    },
                ],
            },
            new SubcommandDeclaration("stop", "End the quiz in this channel and keep the scores"),
            new SubcommandDeclaration("status", "Where the quiz in this channel stands"),
        ],
    };

    public string Name => Command.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        if (use.Guild is null || use.Channel is not { } channel)
            return Reply.Privately(CommonMessages.OnlyInServers);
        return use.Command switch
        {
            "quiz start" => await opener.StartAsync(use, cancellation),
            "quiz answer" => await answers.AnswerAsync(use, new ChannelId(channel.Value)),
            "quiz stop" => Stop(use, hall.In(new ChannelId(channel.Value))),
            "quiz status" => Status(hall.In(new ChannelId(channel.Value))),
            _ => Reply.Privately(CommonMessages.UnknownCommand),
        };
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) => asked.Option switch
    {
        "deck" => DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)),
        "topic" => DeckSuggestions.Topics((await decks.FindAsync(asked.Guild, asked.Options.Text("deck") ?? "", cancellation))?.Deck, asked.Typed),
        _ => [],
    };

    private static InteractionResponse Stop(SlashCommandUsed use, LiveQuiz? quiz)
    {
        if (quiz is null)
            return Reply.Privately(QuizReplies.NoQuizHere);
        return quiz.State.Host.Value == use.User.Id.Value || Teachers.Includes(use)
            ? Reply.Privately(QuizReplies.ConfirmStop(quiz.State))
            : Reply.Privately(QuizReplies.MayNotStop);
    }

    private static InteractionResponse Status(LiveQuiz? quiz) =>
        Reply.Privately(quiz is null ? QuizReplies.NoQuizHere : QuizReplies.Status(quiz.State));
}
