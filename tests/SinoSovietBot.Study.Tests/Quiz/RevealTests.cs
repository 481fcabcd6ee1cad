using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class RevealTests
{
    private const int Full = AQuiz.Seconds * 1000;

    [Fact]
    public void ARightAnswerIsOnePointAndAWrongOneNone()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann", 1500).Wrong("Ben", 2500).TimedOut();
        Assert.Equal(new Score(1, 1, AQuiz.Ms(1500)), quiz.ScoreOf("Ann"));
        Assert.Equal(new Score(0, 1, AQuiz.Ms(2500)), quiz.ScoreOf("Ben"));
    }

    [Fact]
    public void TheResultsAreTheStandingAnswers()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann", 1000).Wrong("Ann", 2000).Wrong("Ben", 1000).Right("Ben", 3000).TimedOut();
        var reveal = quiz.Changes.OfType<QuizChange.RoundRevealed>().Single().Reveal;
        var results = reveal.Results.Select(result =>
            (result.Member, result.Answer.Option, result.Answer.Response, result.Answer.Changes, result.Correct)).ToList();
        Assert.Equal(2, results.Count);
        Assert.Contains((AQuiz.Member("Ann"), 1, AQuiz.Ms(2000), 1, false), results);
        Assert.Contains((AQuiz.Member("Ben"), 0, AQuiz.Ms(3000), 1, true), results);
    }

    [Fact]
    public void ARoundClosesAtItsDeadlineOnDiscordsClockWhateverTheBotsSays()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var deadline = quiz.State.RoundMessage!.Value.At + quiz.State.Question.Time;
        quiz.Apply(new QuizInput.TimeUp(0, 1, deadline + TimeSpan.FromMinutes(5)));
        Assert.Equal(deadline, quiz.Changes.OfType<QuizChange.RoundRevealed>().Single().Reveal.At);
    }

    [Fact]
    public void AnUnansweredRoundCountsWithItsFullTime()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann", 1500).TimedOut().Next().TimedOut();
        Assert.Equal(new Score(1, 1, AQuiz.Ms(1500 + Full)), quiz.ScoreOf("Ann"));
    }

    [Fact]
    public void WhoeverComesLateCarriesTheFullTimeOfTheRoundsBefore()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut().Next().TimedOut().Next();
        quiz.Joins("Ann");
        quiz.Right("Ann", 800);
        Assert.Equal(new Score(1, 1, AQuiz.Ms(800 + (2 * Full))), quiz.ScoreOf("Ann"));
    }

    [Fact]
    public void WhoeverHasAnsweredNothingHasNoScore()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben").Asking().Right("Ann").TimedOut();
        Assert.Equal([AQuiz.Member("Ann")], quiz.State.Scores.Keys);
    }

    [Theory]
    [InlineData(true, 3, true)]
    [InlineData(true, 2, false)]
    [InlineData(false, 3, false)]
    public void ARoundMayBeRankedIfATeacherHostsAndThreeAnswered(bool teacher, int members, bool eligible)
    {
        var quiz = AQuiz.WithQuestions(3, teacher).Asking();
        for (int i = 0; i < members; i++)
            quiz.Wrong($"Member {i}");
        quiz.TimedOut();
        Assert.Equal(eligible, quiz.Changes.OfType<QuizChange.RoundRevealed>().Single().Reveal.Eligible);
        Assert.Equal(eligible ? 1 : 0, quiz.State.EligibleRounds);
    }

    [Fact]
    public void TheAnswerIsShownForAWhileAndThenTheNextRoundIsAsked()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().Right("Ann");
        var reveal = quiz.TimeUp();
        Assert.Collection(
            reveal.Effects,
            effect => Assert.IsType<QuizEffect.ShowReveal>(effect),
            effect => Assert.IsType<QuizEffect.WaitForReveal>(effect));
        var next = quiz.RevealOver();
        Assert.Equal(new QuizChange.RoundAsked(quiz.State.Id, 1, 1, quiz.Now), Assert.Single(next.Changes));
        Assert.IsType<QuizEffect.PostRound>(Assert.Single(next.Effects));
        Assert.Empty(next.Next.Answers);
        Assert.Null(next.Next.RoundMessage);
    }

    [Fact]
    public void AnOldTimerDoesNotEndTheShowingOfAnAnswer()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut().Next().TimedOut();
        var step = quiz.Apply(new QuizInput.RevealOver(0, quiz.Now));
        Assert.Equal(QuizPhase.Revealed, step.Next.Phase);
        Assert.Empty(step.Changes);
        quiz.Next();
        Assert.Empty(quiz.Apply(new QuizInput.RevealOver(1, quiz.Now)).Changes);
    }

    [Fact]
    public void TheLastRoundGoesToThePodiumWithoutAPause()
    {
        var quiz = AQuiz.WithQuestions(2).Asking().TimedOut().Next().Right("Ann");
        var step = quiz.TimeUp();
        Assert.Equal(QuizPhase.Ended, step.Next.Phase);
        Assert.Equal(EndReason.Finished, step.Next.End);
        Assert.Collection(
            step.Changes,
            change => Assert.IsType<QuizChange.RoundRevealed>(change),
            change => Assert.Equal(new QuizChange.Ended(quiz.State.Id, EndReason.Finished, quiz.Now - QuizLimits.Grace), change));
        Assert.Collection(
            step.Effects,
            effect => Assert.IsType<QuizEffect.ShowReveal>(effect),
            effect => Assert.IsType<QuizEffect.PostEnd>(effect),
            effect => Assert.IsType<QuizEffect.EditLobby>(effect));
    }

    [Fact]
    public void TheLastAnswerOfTheLastRoundIsToldAsRecorded() =>
        Assert.IsType<QuizOutcome.Recorded>(AQuiz.WithQuestions(1).Joined("Ann").Asking().Presses("Ann", 0).Outcome);

    [Fact]
    public void FiveSilentRoundsInARowEndTheQuiz()
    {
        var quiz = AQuiz.WithQuestions(10).Joined("Ann").Asking();
        for (int round = 0; round < 4; round++)
            quiz.TimedOut().Next();
        Assert.Equal(4, quiz.State.SilentRounds);
        var step = quiz.TimeUp();
        Assert.Equal(EndReason.Silence, step.Next.End);
        Assert.DoesNotContain(step.Effects, effect => effect is QuizEffect.WaitForReveal);
    }

    [Fact]
    public void OneAnswerBreaksTheSilence()
    {
        var quiz = AQuiz.WithQuestions(10).Asking();
        for (int round = 0; round < 4; round++)
            quiz.TimedOut().Next();
        quiz.Wrong("Ann").TimedOut();
        Assert.Equal(QuizPhase.Revealed, quiz.State.Phase);
        Assert.Equal(0, quiz.State.SilentRounds);
    }

    [Fact]
    public void AQuizOfFiveSilentRoundsIsFinishedRatherThanSilent()
    {
        var quiz = AQuiz.WithQuestions(5).Asking();
        for (int round = 0; round < 4; round++)
            quiz.TimedOut().Next();
        Assert.Equal(EndReason.Finished, quiz.TimeUp().Next.End);
    }
}
