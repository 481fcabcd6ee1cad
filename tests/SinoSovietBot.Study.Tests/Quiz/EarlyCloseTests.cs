using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class EarlyCloseTests
{
    [Fact]
    public void TheRoundClosesInTheSameWriteAsTheLastAnswerOfThoseWhoJoined()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben").Asking().Right("Ann");
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);
        var step = quiz.Presses("Ben", 3, 4000);
        Assert.Equal(new QuizOutcome.Recorded(3), step.Outcome);
        Assert.Equal(QuizPhase.Revealed, step.Next.Phase);
        Assert.Collection(
            step.Changes,
            change => Assert.IsType<QuizChange.AnswerGiven>(change),
            change => Assert.Equal(quiz.RoundStart + AQuiz.Ms(4000), Assert.IsType<QuizChange.RoundRevealed>(change).Reveal.At));
        Assert.Collection(
            step.Effects,
            effect => Assert.IsType<QuizEffect.ShowReveal>(effect),
            effect => Assert.Equal(0, Assert.IsType<QuizEffect.WaitForReveal>(effect).Round));
    }

    [Fact]
    public void AnswersOfThoseWhoDidNotJoinNeitherCloseNorHoldUpTheRound()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking().Right("Ben").Right("Cid");
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);
        Assert.Equal(QuizPhase.Revealed, quiz.Right("Ann").State.Phase);
        Assert.Equal(3, quiz.Changes.OfType<QuizChange.RoundRevealed>().Single().Reveal.Results.Length);
    }

    [Fact]
    public void WhenNobodyJoinedTheRoundRunsItsTime() =>
        Assert.Equal(QuizPhase.Asking, AQuiz.WithQuestions(3).Asking().Right("Ann").Right("Ben").State.Phase);

    [Fact]
    public void LeavingClosesTheRoundIfAllTheRestHaveAnswered()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben").Asking().Right("Ann");
        var step = quiz.Leaves("Ben", 5000);
        Assert.Equal(new QuizOutcome.Left(1), step.Outcome);
        Assert.Equal(QuizPhase.Revealed, step.Next.Phase);
        Assert.Collection(
            step.Changes,
            change => Assert.IsType<QuizChange.MemberLeft>(change),
            change => Assert.Equal(quiz.RoundStart + AQuiz.Ms(5000), Assert.IsType<QuizChange.RoundRevealed>(change).Reveal.At));
    }

    [Fact]
    public void LeavingKeepsTheRoundOpenIfSomebodyStillThinks() =>
        Assert.Equal(QuizPhase.Asking, AQuiz.WithQuestions(3).Joined("Ann", "Ben", "Cid").Asking().Right("Ann").Leaves("Ben").Next.Phase);

    [Fact]
    public void WhenTheLastMemberLeavesTheRoundRunsItsTime() =>
        Assert.Equal(QuizPhase.Asking, AQuiz.WithQuestions(3).Joined("Ann").Asking().Leaves("Ann").Next.Phase);

    [Fact]
    public void WhoeverLeavesKeepsTheAnswerTheyGave()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben").Asking().Right("Ben");
        quiz.Leaves("Ben");
        Assert.Equal(1, quiz.Right("Ann").ScoreOf("Ben").Correct);
    }

    [Fact]
    public void LateArrivalsHoldUpTheRoundFromThenOn()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking();
        quiz.Joins("Ben");
        Assert.Equal(QuizPhase.Asking, quiz.Right("Ann").State.Phase);
        Assert.Equal(QuizPhase.Revealed, quiz.Right("Ben").State.Phase);
    }

    [Fact]
    public void ATimerOfAnEarlierOpeningDoesNotCloseTheRound()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        quiz.Resumes();
        quiz.Posted();
        var step = quiz.Apply(new QuizInput.TimeUp(0, 1, quiz.Now));
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void ATimerOfARoundThatClosedEarlyDoesNotCloseTheNext()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking().Right("Ann").Next();
        var step = quiz.Apply(new QuizInput.TimeUp(0, 1, quiz.Now));
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void TheRoundWaitsItsTimeAndAGraceOfHalfASecond()
    {
        var quiz = AQuiz.WithQuestions(3);
        quiz.Apply(new QuizInput.StartNow(quiz.State.Host, false, quiz.Now));
        var step = quiz.Apply(new QuizInput.RoundPosted(0, 1, new PostedMessage(9, quiz.Now)));
        Assert.Equal(new QuizEffect.WaitForTimeUp(0, 1, AQuiz.Ms((AQuiz.Seconds * 1000) + 500)), Assert.Single(step.Effects));
    }

    [Fact]
    public void AMessageConfirmedTwiceOrForAnotherOpeningChangesNothing()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var before = quiz.State;
        foreach (var (round, opening) in ((int, int)[])[(0, 1), (0, 2), (1, 1)])
        {
            var step = quiz.Apply(new QuizInput.RoundPosted(round, opening, new PostedMessage(99, quiz.Now)));
            Assert.Same(before, step.Next);
            Assert.Empty(step.Effects);
        }
    }

    [Fact]
    public void TheLiveCountIsWaitingToBeShownAtMostOnce()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        Assert.Equal(new QuizEffect.WaitForCount(0), Assert.Single(quiz.Presses("Ann", 0).Effects));
        Assert.Empty(quiz.Presses("Ben", 0).Effects);
        Assert.IsType<QuizEffect.EditRound>(Assert.Single(quiz.Apply(new QuizInput.CountDue(0)).Effects));
        Assert.Empty(quiz.Apply(new QuizInput.CountDue(0)).Effects);
        Assert.Equal(new QuizEffect.WaitForCount(0), Assert.Single(quiz.Presses("Cid", 0).Effects));
    }

    [Fact]
    public void AChangedAnswerDoesNotChangeTheLiveCount()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        quiz.Apply(new QuizInput.CountDue(0));
        Assert.Empty(quiz.Presses("Ann", 3).Effects);
    }

    [Fact]
    public void TheLiveCountOfAClosedRoundIsNotShown()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann").TimedOut();
        Assert.Empty(quiz.Apply(new QuizInput.CountDue(0)).Effects);
        Assert.Empty(quiz.Next().Apply(new QuizInput.CountDue(0)).Effects);
    }
}
