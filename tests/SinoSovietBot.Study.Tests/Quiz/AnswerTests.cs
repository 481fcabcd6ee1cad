using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class AnswerTests
{
    private const int Deadline = AQuiz.Seconds * 1000;

    [Fact]
    public void AFirstPressIsRecordedAndStored()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var press = quiz.Press(2500);
        var step = quiz.Apply(new QuizInput.Answer(AQuiz.Member("Ann"), "Ann", 0, 2, press, quiz.State.RoundMessage!.Value));
        Assert.Equal(new QuizOutcome.Recorded(2), step.Outcome);
        var given = new GivenAnswer(2, AQuiz.Ms(2500), 0, press.Id);
        Assert.Collection(
            step.Changes,
            change => Assert.IsType<QuizChange.MemberNamed>(change),
            change => Assert.Equal(new QuizChange.AnswerGiven(quiz.State.Id, 0, AQuiz.Member("Ann"), given), change));
        Assert.Equal(given, step.Next.Answers[AQuiz.Member("Ann")]);
    }

    [Fact]
    public void NobodyNeedsToJoinToAnswer() =>
        Assert.IsType<QuizOutcome.Recorded>(AQuiz.WithQuestions(3).Joined("Ann").Asking().Presses("Ben", 0).Outcome);

    [Fact]
    public void AnotherOptionIsAChangeAndTheLastOneCounts()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        quiz.Presses("Ann", 2, 1000);
        var step = quiz.Presses("Ann", 0, 3000);
        Assert.Equal(new QuizOutcome.Changed(2, 0), step.Outcome);
        var changed = Assert.IsType<QuizChange.AnswerGiven>(Assert.Single(step.Changes)).Answer;
        Assert.Equal((0, AQuiz.Ms(3000), 1), (changed.Option, changed.Response, changed.Changes));
        var again = Assert.IsType<QuizChange.AnswerGiven>(quiz.Presses("Ann", 2, 4000).Changes[0]).Answer;
        Assert.Equal((2, AQuiz.Ms(4000), 2), (again.Option, again.Response, again.Changes));
    }

    [Fact]
    public void OfTwoPressesThatArriveInTheWrongOrderTheLaterCounts()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var (earlier, later) = (quiz.Press(1000), quiz.Press(1400));
        quiz.Apply(new QuizInput.Answer(AQuiz.Member("Ann"), "Ann", 0, 1, later, quiz.State.RoundMessage!.Value));
        var step = quiz.Apply(new QuizInput.Answer(AQuiz.Member("Ann"), "Ann", 0, 2, earlier, quiz.State.RoundMessage!.Value));
        Assert.Equal(new QuizOutcome.Overtaken(1), step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Equal(1, step.Next.Answers[AQuiz.Member("Ann")].Option);
    }

    [Fact]
    public void TheSameOptionAgainStoresNothingAndKeepsTheFirstTime()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        quiz.Presses("Ann", 2, 1000);
        var step = quiz.Presses("Ann", 2, 9000);
        Assert.Equal(new QuizOutcome.Unchanged(2), step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Effects);
        Assert.Equal(AQuiz.Ms(1000), step.Next.Answers[AQuiz.Member("Ann")].Response);
    }

    [Fact]
    public void ANewDisplayNameIsStoredWithTheAnswer()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking();
        var press = quiz.Press(1000);
        var step = quiz.Apply(new QuizInput.Answer(AQuiz.Member("Ann"), "Ann the Great", 0, 1, press, quiz.State.RoundMessage!.Value));
        Assert.Contains(new QuizChange.MemberNamed(quiz.State.Server, AQuiz.Member("Ann"), "Ann the Great"), step.Changes);
        Assert.Equal("Ann the Great", step.Next.Names[AQuiz.Member("Ann")]);
    }

    [Fact]
    public void APressAtTheDeadlineCounts() =>
        Assert.IsType<QuizOutcome.Recorded>(AQuiz.WithQuestions(3).Asking().Presses("Ann", 0, Deadline).Outcome);

    [Theory]
    [InlineData(1)]
    [InlineData(499)]
    [InlineData(60_000)]
    public void APressAfterTheDeadlineIsRefusedAndToldHowLate(int late)
    {
        var step = AQuiz.WithQuestions(3).Asking().Presses("Ann", 0, Deadline + late);
        Assert.Equal(new QuizOutcome.TooLate(0, AQuiz.Ms(late)), step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Next.Answers);
    }

    [Fact]
    public void AChangeAfterTheDeadlineLeavesTheFormerAnswer()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        quiz.Presses("Ann", 0, 1000);
        Assert.IsType<QuizOutcome.TooLate>(quiz.Presses("Ann", 1, Deadline + 1).Outcome);
        Assert.Equal(0, quiz.State.Answers[AQuiz.Member("Ann")].Option);
    }

    [Fact]
    public void APressThatOvertakesTheConfirmationOfItsMessageCounts()
    {
        var quiz = AQuiz.WithQuestions(3);
        quiz.Apply(new QuizInput.StartNow(quiz.State.Host, false, AQuiz.Opened));
        Assert.Null(quiz.State.RoundMessage);
        Assert.IsType<QuizOutcome.Recorded>(quiz.Presses("Ann", 0, 700).Outcome);
        Assert.Equal(AQuiz.Ms(700), quiz.State.Answers[AQuiz.Member("Ann")].Response);
    }

    [Fact]
    public void APressMeasuredBeforeItsMessageTookNoTime()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        quiz.Presses("Ann", 0, -5);
        Assert.Equal(TimeSpan.Zero, quiz.State.Answers[AQuiz.Member("Ann")].Response);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 0)]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 4)]
    public void AnUnknownRoundOrOptionWasNotAsked(int round, int option)
    {
        var step = AQuiz.WithQuestions(3).Asking().Presses("Ann", option, 1000, round);
        Assert.IsType<QuizOutcome.NotAsked>(step.Outcome);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void AnEarlierRoundIsTooLate()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut().Next();
        var step = quiz.Presses("Ann", 0, 1000, 0);
        Assert.Equal(new QuizOutcome.TooLate(0, null), step.Outcome);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void ARoundThatClosedEarlyIsTooLateBeforeItsDeadline()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann").Asking().Right("Ann");
        Assert.Equal(new QuizOutcome.TooLate(0, null), quiz.Presses("Ben", 0, 1500).Outcome);
    }

    [Fact]
    public void ARevealedRoundSaysHowLateThePressWas()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut();
        Assert.Equal(new QuizOutcome.TooLate(0, AQuiz.Ms(700)), quiz.Presses("Ben", 0, Deadline + 700).Outcome);
    }

    [Fact]
    public void EveryRoundOfAnEndedQuizIsTooLate()
    {
        var quiz = AQuiz.WithQuestions(3).Asking().TimedOut().Next().Stopped();
        for (int round = 0; round < 3; round++)
        {
            var step = quiz.Presses("Ann", 0, 1000, round);
            Assert.Equal(round, Assert.IsType<QuizOutcome.TooLate>(step.Outcome).Round);
            Assert.Empty(step.Changes);
        }
    }

    [Fact]
    public void AfterARestartThePressOfTheOldMessageStillCountsAndTakesTheWholeTimeAtMost()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var old = quiz.State.RoundMessage!.Value;
        quiz.Resumes();
        for (int i = 0; i < 60; i++)
            quiz.Posted();
        var press = new PostedMessage(9, quiz.State.RoundMessage!.Value.At + AQuiz.Ms(Deadline));
        var step = quiz.Apply(new QuizInput.Answer(AQuiz.Member("Ann"), "Ann", 0, 1, press, old));
        Assert.IsType<QuizOutcome.Recorded>(step.Outcome);
        Assert.Equal(AQuiz.Ms(Deadline), step.Next.Answers[AQuiz.Member("Ann")].Response);
    }
}
