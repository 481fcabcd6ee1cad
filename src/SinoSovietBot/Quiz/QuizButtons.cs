using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>The buttons of quizzes.</summary>
internal sealed class QuizButtons(QuizHall hall, IQuizStore store, TimeProvider time) : IButtons
{
    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) => id switch
    {
        ComponentId.Answer answer => AnswerAsync(press, answer),
        ComponentId.Join join => SendAsync(press, join.Quiz, new QuizInput.Join(Presser(press), press.User.DisplayName, press.Id.CreatedAt)),
        ComponentId.Leave leave => SendAsync(press, leave.Quiz, new QuizInput.Leave(Presser(press), press.Id.CreatedAt)),
        ComponentId.StartNow start =>
            SendAsync(press, start.Quiz, new QuizInput.StartNow(Presser(press), Teachers.Includes(press), time.GetUtcNow())),
        ComponentId.ConfirmStop stop => StopAsync(press, stop.Quiz),
        ComponentId.CancelStop => Task.FromResult(Reply.InPlace(new MessageContent { Text = QuizReplies.KeptGoing })),
        ComponentId.MyResults results => ResultsAsync(press, results.Quiz, 0, Reply.Privately, cancellation),
        ComponentId.ResultsPage results => ResultsAsync(press, results.Quiz, results.Page, Reply.InPlace, cancellation),
        _ => null,
    };

    private Task<InteractionResponse> AnswerAsync(ButtonPressed press, ComponentId.Answer answer)
    {
        var pressed = new PostedMessage(press.Id.Value, press.Id.CreatedAt);
        var message = new PostedMessage(press.Message.Value, press.Message.CreatedAt);
        var input = new QuizInput.Answer(Presser(press), press.User.DisplayName, answer.Round, answer.Option, pressed, message);
        return SendAsync(press, answer.Quiz, input, QuizReplies.QuestionFinished);
    }

    private async Task<InteractionResponse> SendAsync(ButtonPressed press, QuizId id, QuizInput input, string over = QuizReplies.QuizOver)
    {
        if (!press.User.IsMember)
            return Reply.Privately(CommonMessages.NotAMember);
        return Reply.Privately(hall.Find(id) is { } quiz ? QuizReplies.For(await quiz.SendAsync(input)) : over);
    }

    private async Task<InteractionResponse> StopAsync(ButtonPressed press, QuizId id)
    {
        string text = hall.Find(id) is { } quiz
            ? QuizReplies.For(await quiz.SendAsync(new QuizInput.Stop(Presser(press), Teachers.Includes(press), time.GetUtcNow())))
            : QuizReplies.QuizOver;
        return Reply.InPlace(new MessageContent { Text = text });
    }

    private async Task<InteractionResponse> ResultsAsync(
        ButtonPressed press, QuizId quiz, int page, Func<MessageContent, InteractionResponse> reply, CancellationToken cancellation)
    {
        var results = await store.ResultsAsync(quiz, Presser(press), cancellation);
        return results is null || results.Server.Value != press.Guild?.Value
            ? Reply.Privately(CommonMessages.OldButton)
            : reply(QuizReplies.Results(quiz, results, page));
    }

    private static MemberId Presser(ButtonPressed press) => new(press.User.Id.Value);
}
