using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class EndTests
{
    [Theory]
    [InlineData(AQuiz.Host, false)]
    [InlineData("Miss Lee", true)]
    public void TheHostAndTeachersMayStop(string who, bool teacher)
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var asking = quiz.State;
        var step = quiz.Apply(new QuizInput.Stop(AQuiz.Member(who), teacher, quiz.Now));
        Assert.IsType<QuizOutcome.Stopped>(step.Outcome);
        Assert.Equal(EndReason.Stopped, step.Next.End);
        Assert.Equal(new QuizChange.Ended(quiz.State.Id, EndReason.Stopped, quiz.Now), Assert.Single(step.Changes));
        Assert.Collection(
            step.Effects,
            effect => Assert.Same(asking, Assert.IsType<QuizEffect.CloseRound>(effect).Quiz),
            effect => Assert.IsType<QuizEffect.PostEnd>(effect),
            effect => Assert.IsType<QuizEffect.EditLobby>(effect));
    }

    [Fact]
    public void AStrangerMayNotStop()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking();
        var step = quiz.Apply(new QuizInput.Stop(AQuiz.Member("Ann"), false, quiz.Now));
        Assert.IsType<QuizOutcome.NotAllowed>(step.Outcome);
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void StoppingTheLobbyOrARevealHasNoRoundToClose()
    {
        foreach (var quiz in (AQuiz[])[AQuiz.WithQuestions(3), AQuiz.WithQuestions(3).Asking().TimedOut()])
        {
            var step = quiz.Apply(new QuizInput.Stop(quiz.State.Host, false, quiz.Now));
            Assert.Equal(EndReason.Stopped, step.Next.End);
            Assert.DoesNotContain(step.Effects, effect => effect is QuizEffect.CloseRound);
        }
    }

    [Fact]
    public void AQuizWithoutItsChannelEnds()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var step = quiz.Apply(new QuizInput.ChannelLost(quiz.Now));
        Assert.Equal(EndReason.ChannelLost, step.Next.End);
        Assert.Equal(new QuizChange.Ended(quiz.State.Id, EndReason.ChannelLost, quiz.Now), Assert.Single(step.Changes));
    }

    [Fact]
    public void NothingChangesAfterTheEnd()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking().Right("Ann").Stopped();
        var ended = quiz.State;
        QuizInput[] inputs =
        [
            new QuizInput.Open(),
            new QuizInput.LobbyPosted(new PostedMessage(5, quiz.Now)),
            new QuizInput.Join(AQuiz.Member("Ben"), "Ben", quiz.Now),
            new QuizInput.Leave(AQuiz.Member("Ann"), quiz.Now),
            new QuizInput.StartNow(ended.Host, true, quiz.Now),
            new QuizInput.LobbyExpired(quiz.Now),
            new QuizInput.RoundPosted(0, 1, new PostedMessage(5, quiz.Now)),
            new QuizInput.CountDue(0),
            new QuizInput.TimeUp(0, 1, quiz.Now),
            new QuizInput.RevealOver(0, quiz.Now),
            new QuizInput.Stop(ended.Host, true, quiz.Now),
            new QuizInput.MessageLost(0, 1, quiz.Now),
            new QuizInput.ChannelLost(quiz.Now),
        ];
        foreach (var input in inputs)
        {
            var step = quiz.Apply(input);
            Assert.IsType<QuizOutcome.Over>(step.Outcome);
            Assert.Same(ended, step.Next);
            Assert.Empty(step.Changes);
            Assert.Empty(step.Effects);
        }
    }

    [Fact]
    public void TheAnnouncementOfTheEndIsStored()
    {
        var quiz = AQuiz.WithQuestions(3).Stopped();
        Assert.Equal(new QuizChange.EndAnnounced(quiz.State.Id), Assert.Single(quiz.Apply(new QuizInput.EndAnnounced()).Changes));
    }

    [Fact]
    public void AnAnnouncementOfAnEndBeforeTheEndIsNotStored() =>
        Assert.Empty(AQuiz.WithQuestions(3).Asking().Apply(new QuizInput.EndAnnounced()).Changes);
}
