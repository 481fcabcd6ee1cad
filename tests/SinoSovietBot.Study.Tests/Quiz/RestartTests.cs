using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class RestartTests
{
    [Fact]
    public void ALobbyThatWasNeverPostedIsPosted()
    {
        var step = AQuiz.WithQuestions(3).Resumes();
        Assert.IsType<QuizEffect.PostLobby>(Assert.Single(step.Effects));
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void AnOpenLobbyWaitsOn()
    {
        var quiz = AQuiz.WithQuestions(3);
        quiz.Apply(new QuizInput.LobbyPosted(new PostedMessage(5, quiz.Now)));
        Assert.Collection(
            quiz.Resumes().Effects,
            effect => Assert.IsType<QuizEffect.EditLobby>(effect),
            effect => Assert.IsType<QuizEffect.WaitForLobby>(effect));
    }

    [Fact]
    public void AnOpenRoundIsPostedAgainWithTheFullTimeAndKeepsItsAnswers()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var former = quiz.State.RoundMessage;
        var step = quiz.Resumes();
        Assert.Equal(new QuizChange.RoundAsked(quiz.State.Id, 0, 2, quiz.Now), Assert.Single(step.Changes));
        var post = Assert.IsType<QuizEffect.PostRound>(Assert.Single(step.Effects));
        Assert.Equal((ReopenCause.Restart, former), (post.Again, post.Former));
        Assert.Single(step.Next.Answers);
        quiz.Posted();
        Assert.IsType<QuizOutcome.Recorded>(quiz.Presses("Ben", 0, AQuiz.Seconds * 1000).Outcome);
        Assert.Equal(1, quiz.TimedOut().ScoreOf("Ann").Correct);
    }

    [Fact]
    public void AnAnswerOnShowIsShownAgain()
    {
        var step = AQuiz.WithQuestions(3).Asking().TimedOut().Resumes();
        Assert.Empty(step.Changes);
        Assert.Collection(
            step.Effects,
            effect => Assert.IsType<QuizEffect.ShowReveal>(effect),
            effect => Assert.IsType<QuizEffect.WaitForReveal>(effect));
    }

    [Fact]
    public void AnEndThatWasNotAnnouncedIsAnnounced()
    {
        var step = AQuiz.WithQuestions(3).Stopped().Resumes();
        Assert.Empty(step.Changes);
        Assert.Collection(
            step.Effects,
            effect => Assert.IsType<QuizEffect.PostEnd>(effect),
            effect => Assert.IsType<QuizEffect.EditLobby>(effect));
    }

    [Fact]
    public void AfterACrashBetweenTheLastAnswerAndThePodiumTheAnswerIsShownToo()
    {
        var quiz = AQuiz.WithQuestions(1).Asking().Right("Ann");
        var shown = quiz.TimeUp().Effects.OfType<QuizEffect.ShowReveal>().Single();
        var again = Assert.IsType<QuizEffect.ShowReveal>(quiz.Resumes().Effects[0]);
        Assert.Equal(shown.Quiz, again.Quiz);
    }

    [Fact]
    public void AfterACrashWhileStoppingTheRoundsButtonsAreTakenOff()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var stop = quiz.Apply(new QuizInput.Stop(quiz.State.Host, false, quiz.Now)).Effects.OfType<QuizEffect.CloseRound>().Single();
        var again = Assert.IsType<QuizEffect.CloseRound>(quiz.Resumes().Effects[0]);
        Assert.Equal(stop.Quiz, again.Quiz with { CountPending = true });
    }

    [Fact]
    public void AnEndFromTheShowingOfAnAnswerShowsThatAnswerAgain()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut().Stopped();
        Assert.IsType<QuizEffect.ShowReveal>(quiz.Resumes().Effects[0]);
    }

    [Fact]
    public void ALostMessageIsPostedAgain()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var step = quiz.Apply(new QuizInput.MessageLost(0, 1, quiz.Now));
        Assert.Equal(ReopenCause.MessageLost, Assert.IsType<QuizEffect.PostRound>(Assert.Single(step.Effects)).Again);
        Assert.Equal(2, step.Next.Opening);
        Assert.Null(step.Next.RoundMessage);
        Assert.Single(step.Next.Answers);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    public void TheLossOfAnotherMessageChangesNothing(int round, int opening)
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var step = quiz.Apply(new QuizInput.MessageLost(round, opening, quiz.Now));
        Assert.Equal(1, step.Next.Opening);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void TheLossOfARevealedMessageChangesNothing()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut();
        Assert.Empty(quiz.Apply(new QuizInput.MessageLost(0, 1, quiz.Now)).Effects);
    }
}
