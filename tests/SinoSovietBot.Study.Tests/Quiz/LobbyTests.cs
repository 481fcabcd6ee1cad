using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class LobbyTests
{
    private static readonly PostedMessage Message = new(5, AQuiz.Opened);

    [Fact]
    public void OpeningStoresTheQuizBeforeTheLobbyIsPosted()
    {
        var quiz = AQuiz.WithQuestions(3);
        var step = quiz.Apply(new QuizInput.Open());
        Assert.Equal(quiz.State, Assert.IsType<QuizChange.Opened>(Assert.Single(step.Changes)).Quiz);
        Assert.IsType<QuizEffect.PostLobby>(Assert.Single(step.Effects));
    }

    [Fact]
    public void TheTimeForJoiningBeginsWhenTheLobbyIsUp()
    {
        var step = AQuiz.WithQuestions(3).Apply(new QuizInput.LobbyPosted(Message));
        Assert.Equal(Message, step.Next.LobbyMessage);
        Assert.IsType<QuizEffect.WaitForLobby>(Assert.Single(step.Effects));
    }

    [Fact]
    public void OnlyTheFirstLobbyMessageCounts()
    {
        var quiz = AQuiz.WithQuestions(3);
        quiz.Apply(new QuizInput.LobbyPosted(Message));
        var step = quiz.Apply(new QuizInput.LobbyPosted(new PostedMessage(6, AQuiz.Opened)));
        Assert.Equal(Message, step.Next.LobbyMessage);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void AnyoneMayJoin()
    {
        var quiz = AQuiz.WithQuestions(3);
        Assert.Equal(new QuizOutcome.Joined(1), quiz.Joins("Ann").Outcome);
        var second = quiz.Joins("Ben");
        Assert.Equal(new QuizOutcome.Joined(2), second.Outcome);
        Assert.Collection(
            second.Changes,
            change => Assert.Equal("Ben", Assert.IsType<QuizChange.MemberNamed>(change).Name),
            change => Assert.Equal(AQuiz.Member("Ben"), Assert.IsType<QuizChange.MemberJoined>(change).Member));
        Assert.IsType<QuizEffect.EditLobby>(Assert.Single(second.Effects));
    }

    [Fact]
    public void JoiningTwiceChangesNothing()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Joins("Ann");
        Assert.IsType<QuizOutcome.AlreadyJoined>(step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void TheHostPlaysOnlyIfTheyJoin() => Assert.Empty(AQuiz.WithQuestions(3).Asking().State.Joined);

    [Fact]
    public void WhoeverJoinedMayLeave()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben");
        var step = quiz.Leaves("Ann");
        Assert.Equal(new QuizOutcome.Left(1), step.Outcome);
        Assert.IsType<QuizChange.MemberLeft>(Assert.Single(step.Changes));
        Assert.IsType<QuizEffect.EditLobby>(Assert.Single(step.Effects));
        Assert.Equal([AQuiz.Member("Ben")], step.Next.Joined);
    }

    [Fact]
    public void TheNameOfAMemberWhoLeftIsKeptOnlyWithTheirAnswers()
    {
        var quiz = AQuiz.WithQuestions(3).Joined("Ann", "Ben", "Cid").Asking().Right("Ann");
        quiz.Leaves("Ann");
        quiz.Leaves("Ben");
        Assert.Equal(["Ann", "Cid"], quiz.State.Names.Values.Order(StringComparer.Ordinal));
        Assert.Contains(quiz.Joins("Ben").Changes, change => change is QuizChange.MemberNamed);
    }

    [Fact]
    public void LeavingWithoutHavingJoinedChangesNothing()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Leaves("Ben");
        Assert.IsType<QuizOutcome.NotJoined>(step.Outcome);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void LateArrivalsJoinARunningQuizWithoutATouchOfTheLobby()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Asking().Joins("Ben");
        Assert.Equal(new QuizOutcome.Joined(2), step.Outcome);
        Assert.Empty(step.Effects);
    }

    [Theory]
    [InlineData(AQuiz.Host, false)]
    [InlineData("Miss Lee", true)]
    public void TheHostAndTeachersMayStart(string who, bool teacher)
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Apply(new QuizInput.StartNow(AQuiz.Member(who), teacher, AQuiz.Opened));
        Assert.IsType<QuizOutcome.Started>(step.Outcome);
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
        Assert.Equal(new QuizChange.RoundAsked(step.Next.Id, 0, 1, AQuiz.Opened), Assert.Single(step.Changes));
        Assert.Collection(
            step.Effects,
            effect => Assert.Null(Assert.IsType<QuizEffect.PostRound>(effect).Again),
            effect => Assert.IsType<QuizEffect.EditLobby>(effect));
    }

    [Fact]
    public void AMemberMayNotStartAnothersQuiz()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Apply(new QuizInput.StartNow(AQuiz.Member("Ann"), false, AQuiz.Opened));
        Assert.IsType<QuizOutcome.NotAllowed>(step.Outcome);
        Assert.Equal(QuizPhase.Lobby, step.Next.Phase);
        Assert.Empty(step.Changes);
    }

    [Fact]
    public void AQuizStartsOnce()
    {
        var quiz = AQuiz.WithQuestions(3).Asking();
        var step = quiz.Apply(new QuizInput.StartNow(quiz.State.Host, false, AQuiz.Opened));
        Assert.IsType<QuizOutcome.AlreadyStarted>(step.Outcome);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void ALobbyWithMembersStartsByItselfWhenItsTimeIsOver()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Apply(new QuizInput.LobbyExpired(AQuiz.Opened.AddMinutes(1)));
        Assert.IsType<QuizOutcome.Silent>(step.Outcome);
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
    }

    [Fact]
    public void AnEmptyLobbyWaitsOn()
    {
        var step = AQuiz.WithQuestions(3).Apply(new QuizInput.LobbyExpired(AQuiz.Opened + QuizLimits.EmptyLobby - AQuiz.Ms(1)));
        Assert.Equal(QuizPhase.Lobby, step.Next.Phase);
        Assert.Empty(step.Changes);
        Assert.Contains(step.Effects, effect => effect is QuizEffect.WaitForLobby);
    }

    [Fact]
    public void AnEmptyLobbyClosesAfterAQuarterOfAnHour()
    {
        var step = AQuiz.WithQuestions(3).Apply(new QuizInput.LobbyExpired(AQuiz.Opened + QuizLimits.EmptyLobby));
        Assert.Equal(EndReason.NobodyJoined, step.Next.End);
        Assert.Equal(TimeSpan.FromMinutes(15), QuizLimits.EmptyLobby);
    }

    [Fact]
    public void ALobbyThatExpiresAfterTheStartChangesNothing()
    {
        var step = AQuiz.WithQuestions(3).Joined("Ann").Asking().Apply(new QuizInput.LobbyExpired(AQuiz.Opened.AddHours(1)));
        Assert.Equal(QuizPhase.Asking, step.Next.Phase);
        Assert.Empty(step.Changes);
        Assert.Empty(step.Effects);
    }

    [Fact]
    public void NothingIsAskedInTheLobby() =>
        Assert.IsType<QuizOutcome.NotAsked>(AQuiz.WithQuestions(3).Joined("Ann").Presses("Ann", 0).Outcome);
}
