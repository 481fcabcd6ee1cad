using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class TypedAnswerTests
{
    private const int Deadline = AQuiz.Seconds * 1000;

    [Fact]
    public void WhatIsTypedIsRecordedWithItsMarking()
    {
        var quiz = Name().Asking();
        var step = quiz.Types("Ann", "Khruschev", 2500);
        var typed = Assert.IsType<QuizOutcome.TypedIn>(step.Outcome);
        Assert.Equal((0, quiz.State.RoundMessage!.Value, "Khruschev", (string?)null), (typed.Round, typed.Message, typed.Typed.Raw, typed.Former));
        var given = step.Changes.OfType<QuizChange.AnswerGiven>().Single().Answer;
        Assert.Equal(((int?)null, AQuiz.Ms(2500), 0), (given.Option, given.Response, given.Changes));
        Assert.Equal((Verdict.Right, "khruschev"), (given.Typed!.Verdict, given.Typed.Normalised));
        Assert.Equal(given, step.Next.Answers[AQuiz.Member("Ann")]);
    }

    [Fact]
    public void AnotherAnswerIsAChangeAndTheLastOneCounts()
    {
        var quiz = Name().Asking().Right("Ann");
        var step = quiz.Types("Ann", "Mao", 3000);
        Assert.Equal("Khrushchev", Assert.IsType<QuizOutcome.TypedIn>(step.Outcome).Former);
        var given = Assert.IsType<QuizChange.AnswerGiven>(Assert.Single(step.Changes)).Answer;
        Assert.Equal((AQuiz.Ms(3000), 1, Verdict.Wrong), (given.Response, given.Changes, given.Typed!.Verdict));
        Assert.Equal(0, quiz.TimedOut().ScoreOf("Ann").Correct);
    }

    [Theory]
    [InlineData("Khrushchev")]
    [InlineData("  KHRUSHCHEV. ")]
    public void TheSameAnswerInOtherLettersStoresNothingAndKeepsTheFirstTime(string again)
    {
        var quiz = Name().Asking().Right("Ann");
        var step = quiz.Types("Ann", again, 9000);
        Assert.Equal("Khrushchev", Assert.IsType<QuizOutcome.TypedAlready>(step.Outcome).Typed.Raw);
        Assert.Empty(step.Changes);
        Assert.Equal(AQuiz.Ms(1000), step.Next.Answers[AQuiz.Member("Ann")].Response);
    }

    [Fact]
    public void OfTwoAnswersThatArriveInTheWrongOrderTheLaterCounts()
    {
        var quiz = Name().Asking();
        var (earlier, later) = (quiz.Press(1000), quiz.Press(1400));
        quiz.Apply(Sent(quiz, "Mao", later));
        var step = quiz.Apply(Sent(quiz, "Khrushchev", earlier));
        Assert.Equal(new QuizOutcome.TypedLater("Mao"), step.Outcome);
        Assert.Empty(step.Changes);
    }

    [Theory]
    [InlineData("Khrushchev", 1)]
    [InlineData("the Soviet leader", 0)]
    [InlineData("Mao", 0)]
    public void OnlyARightNameEarnsThePoint(string typed, int points)
    {
        var quiz = Name().Asking();
        quiz.Types("Ann", typed);
        Assert.Equal(points, quiz.TimedOut().ScoreOf("Ann").Correct);
    }

    [Theory]
    [InlineData("trade, aid", 1, Verdict.Right)]
    [InlineData("ideology\nloans", 1, Verdict.Right)]
    [InlineData("trade", 0, Verdict.Partly)]
    [InlineData("Mao", 0, Verdict.Wrong)]
    public void AListEarnsThePointAtItsPassMark(string typed, int points, Verdict verdict)
    {
        var quiz = List().Asking();
        quiz.Types("Ann", typed);
        Assert.Equal(verdict, quiz.State.Answers[AQuiz.Member("Ann")].Typed!.Verdict);
        Assert.Equal(points, quiz.TimedOut().ScoreOf("Ann").Correct);
    }

    [Fact]
    public void AVagueAnswerStandsUntilItIsChanged()
    {
        var quiz = Name().Asking();
        Assert.Equal(Verdict.Vague, Assert.IsType<QuizOutcome.TypedIn>(quiz.Types("Ann", "the Soviet leader").Outcome).Typed.Verdict);
        Assert.Equal("the Soviet leader", Assert.IsType<QuizOutcome.TypedIn>(quiz.Types("Ann", "Khrushchev", 2000).Outcome).Former);
        Assert.Equal(1, quiz.TimedOut().ScoreOf("Ann").Correct);
    }

    [Fact]
    public void TheMomentOfSendingDecidesAndNotThatOfOpeningTheForm()
    {
        Assert.IsType<QuizOutcome.TypedIn>(Name().Asking().Types("Ann", "Mao", Deadline).Outcome);
        var late = Name().Asking().Types("Ann", "Khrushchev", Deadline + 1);
        Assert.Equal(new QuizOutcome.TooLate(0, AQuiz.Ms(1)), late.Outcome);
        Assert.Empty(late.Changes);
    }

    [Fact]
    public void AFormOfAnEarlierRoundIsTooLateAndOneOfALaterWasNotAsked()
    {
        var quiz = AQuiz.Over([AQuiz.FirstTyped, AQuiz.FirstTyped + 1, AQuiz.FirstTyped + 2]).Asking().TimedOut().Next();
        Assert.Equal(new QuizOutcome.TooLate(0, null), quiz.Types("Ann", "Mao", round: 0).Outcome);
        Assert.IsType<QuizOutcome.NotAsked>(quiz.Types("Ann", "Mao", round: 2).Outcome);
        Assert.IsType<QuizOutcome.NotAsked>(quiz.Types("Ann", "Mao", round: 3).Outcome);
        Assert.IsType<QuizOutcome.NotAsked>(quiz.Types("Ann", "Mao", round: -1).Outcome);
        quiz.Stopped();
        Assert.All(Enumerable.Range(0, 2), round => Assert.IsType<QuizOutcome.TooLate>(quiz.Types("Ann", "Mao", round: round).Outcome));
    }

    [Fact]
    public void AnOptionIsNoAnswerWhereOneHasToTypeNorTypingWhereThereAreOptions()
    {
        Assert.IsType<QuizOutcome.NotAsked>(Name().Asking().Presses("Ann", 0).Outcome);
        Assert.IsType<QuizOutcome.NotAsked>(AQuiz.WithQuestions(1).Asking().Types("Ann", "A").Outcome);
        Assert.IsType<QuizOutcome.HasOptions>(AQuiz.WithQuestions(1).Asking().Commands("Ann", "A").Outcome);
    }

    [Fact]
    public void ACommandAnswersTheOpenQuestionByTheSameRules()
    {
        var quiz = Name();
        Assert.IsType<QuizOutcome.NothingOpen>(quiz.Commands("Ann", "Khrushchev").Outcome);
        quiz.Asking();
        Assert.IsType<QuizOutcome.TypedIn>(quiz.Commands("Ann", "Khrushchev", 700).Outcome);
        Assert.Equal(AQuiz.Ms(700), quiz.State.Answers[AQuiz.Member("Ann")].Response);
        Assert.Equal(new QuizOutcome.TooLate(0, AQuiz.Ms(5)), quiz.Commands("Ben", "Khrushchev", Deadline + 5).Outcome);
        Assert.IsType<QuizOutcome.NothingOpen>(quiz.TimedOut().Commands("Ben", "Khrushchev").Outcome);
    }

    [Fact]
    public void ACommandThatOvertakesTheConfirmationOfTheMessageFindsNothingOpen()
    {
        var quiz = Name();
        quiz.Apply(new QuizInput.StartNow(quiz.State.Host, false, AQuiz.Opened));
        Assert.IsType<QuizOutcome.NothingOpen>(quiz.Commands("Ann", "Khrushchev").Outcome);
        Assert.IsType<QuizOutcome.TypedIn>(quiz.Types("Ann", "Khrushchev", 700).Outcome);
        Assert.Equal(AQuiz.Ms(700), quiz.State.Answers[AQuiz.Member("Ann")].Response);
    }

    [Theory]
    [InlineData(AQuiz.FirstTyped, 200)]
    [InlineData(AQuiz.FirstList, 1000)]
    public void TooLongAnAnswerIsRefusedAndTheFormerStands(int question, int max)
    {
        var quiz = AQuiz.Over([question]).Asking().Right("Ann");
        Assert.IsType<QuizOutcome.TypedIn>(quiz.Types("Ann", new string('x', max), 2000).Outcome);
        var step = quiz.Types("Ann", new string('y', max + 1), 3000);
        Assert.Equal(new QuizOutcome.TooLong(max), step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Equal(new string('x', max), step.Next.Answers[AQuiz.Member("Ann")].Typed!.Raw);
    }

    [Fact]
    public void WhatUnfoldsToTooLongATextIsRefused() =>
        Assert.Equal(new QuizOutcome.TooLong(200), Name().Asking().Types("Ann", new string('\uFDFA', 200)).Outcome);

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData("\u200B")]
    public void NothingIsNoAnswer(string typed)
    {
        var step = Name().Asking().Types("Ann", typed);
        Assert.IsType<QuizOutcome.NothingTyped>(step.Outcome);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void TheRoundClosesOnceEveryoneWhoJoinedHasTyped()
    {
        var quiz = Name().Joined("Ann", "Ben").Asking().Right("Ann");
        Assert.Equal(QuizPhase.Asking, quiz.State.Phase);
        quiz.Types("Ben", "the Soviet leader", 1500);
        Assert.Equal(QuizPhase.Revealed, quiz.State.Phase);
        var results = quiz.Changes.OfType<QuizChange.RoundRevealed>().Single().Reveal.Results;
        Assert.Equal([true, false], results.OrderByDescending(result => result.Correct).Select(result => result.Correct));
    }

    [Fact]
    public void AfterARestartTheFormOfTheOldMessageStillCounts()
    {
        var quiz = Name().Asking();
        var old = quiz.State.RoundMessage!.Value;
        quiz.Resumes();
        quiz.Posted();
        var press = quiz.Press(500);
        var step = quiz.Apply(new QuizInput.TypedAnswer(AQuiz.Member("Ann"), "Ann", 0, "Khrushchev", press, old));
        Assert.Equal(quiz.State.RoundMessage, Assert.IsType<QuizOutcome.TypedIn>(step.Outcome).Message);
        Assert.Equal(press.At - old.At, step.Next.Answers[AQuiz.Member("Ann")].Response);
    }

    private static AQuiz Name() => AQuiz.Over([AQuiz.FirstTyped, 1]);

    private static AQuiz List() => AQuiz.Over([AQuiz.FirstList, 1]);

    private static QuizInput.TypedAnswer Sent(AQuiz quiz, string text, PostedMessage press) =>
        new(AQuiz.Member("Ann"), "Ann", 0, text, press, quiz.State.RoundMessage);
}
