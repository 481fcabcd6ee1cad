using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>Answers that are typed: the button that opens the form, the form, and <c>/quiz answer</c> for those who would rather not press.</summary>
internal sealed class TypedAnswers(QuizHall hall) : IButtons, IForms
{
    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.TypeAnswer type ? Task.FromResult(Open(press, type)) : null;

    public Task<InteractionResponse>? Submit(FormSubmitted form, ComponentId id, CancellationToken cancellation)
    {
        if (id is not ComponentId.TypedAnswer typed)
            return null;
        string text = form.Fields.GetValueOrDefault(TypedMessages.Field, "");
        return SendAsync(form, hall.Find(typed.Quiz), typed.Round, text, new Snowflake(typed.Message));
    }

    /// <summary>Answers the open question of a channel.</summary>
    public async Task<InteractionResponse> AnswerAsync(SlashCommandUsed use, ChannelId channel) => hall.In(channel) is { } quiz
        ? await SendAsync(use, quiz, round: null, use.Options.Text("text") ?? "", message: null)
        : Reply.Privately(QuizReplies.NoQuizHere);

    private static async Task<InteractionResponse> SendAsync(Interaction from, LiveQuiz? quiz, int? round, string text, Snowflake? message)
    {
        if (!from.User.IsMember)
            return Reply.Privately(CommonMessages.NotAMember);
        if (quiz is null)
            return Reply.Privately(TypedReplies.QuestionFinished);
        var outcome = await quiz.SendAsync(new QuizInput.TypedAnswer(
            from.Member(),
            from.User.DisplayName,
            round,
            text,
            Posted(from.Id),
            message is { } known ? Posted(known) : null));
        return Reply.Privately(TypedReplies.For(outcome, quiz.State.Id));
    }

    // What the form is opened on decides nothing, so the quiz as last decided will do: what counts is when and on what it is sent.
    private InteractionResponse Open(ButtonPressed press, ComponentId.TypeAnswer type)
    {
        if (!press.User.IsMember)
            return Reply.Privately(CommonMessages.NotAMember);
        if (hall.Find(type.Quiz)?.State is not { Phase: QuizPhase.Asking, Question.Key: { } key } quiz || quiz.Round != type.Round)
            return Reply.Privately(QuizReplies.QuestionFinished);
        if (quiz.RoundMessage is { } posted && press.Id.CreatedAt - (posted.At + quiz.Question.Time) is { Ticks: > 0 } late)
            return Reply.Privately(QuizReplies.For(new QuizOutcome.TooLate(quiz.Round, late)));
        var member = press.Member();
        return new InteractionResponse.OpenForm(TypedMessages.Form(quiz, key, member, type.Message ?? press.Message.Value));
    }

    private static PostedMessage Posted(Snowflake id) => new(id.Value, id.CreatedAt);
}
