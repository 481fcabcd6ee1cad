using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class PodiumTests
{
    [Fact]
    public void MoreRightAnswersComeFirstHoweverSlow()
    {
        var quiz = AQuiz.WithQuestions(2).Asking().Right("Ann", 19_000).Right("Ben", 100).TimedOut().Next()
            .Right("Ann", 19_000).Wrong("Ben", 100).TimedOut();
        Assert.Equal(["1 Ann 2", "2 Ben 1"], quiz.PodiumLines());
    }

    [Fact]
    public void LessTotalTimeBreaksATie()
    {
        var quiz = AQuiz.WithQuestions(1).Asking().Right("Ann", 1001).Right("Ben", 1000).TimedOut();
        Assert.Equal(["1 Ben 1", "2 Ann 1"], quiz.PodiumLines());
    }

    [Fact]
    public void AnUnansweredRoundCostsItsFullTimeInATie()
    {
        // Ann answered one of two rounds at once; Ben both, slowly, but within the full time of the one that Ann left out.
        var quiz = AQuiz.WithQuestions(2).Asking().Right("Ann", 0).Right("Ben", 9_000).TimedOut().Next().Wrong("Ben", 10_000).TimedOut();
        Assert.Equal(["1 Ben 1", "2 Ann 1"], quiz.PodiumLines());
    }

    [Fact]
    public void EqualMembersShareAPlaceAndTheNextOneIsSkipped()
    {
        var quiz = AQuiz.WithQuestions(1).Asking().Right("Dot", 3000).Right("Cid", 2000).Right("Ben", 2000).Right("Ann", 1000).TimedOut();
        Assert.Equal(["1 Ann 1", "2 Ben 1", "2 Cid 1", "4 Dot 1"], quiz.PodiumLines());
    }

    [Fact]
    public void WithoutARightAnswerThereIsNoPlace()
    {
        var quiz = AQuiz.WithQuestions(1).Joined("Cid").Asking().Right("Ann").Wrong("Ben").TimedOut();
        Assert.Equal(["1 Ann 1"], quiz.PodiumLines());
    }

    [Fact]
    public void ABrokenOffRoundCountsForNobody()
    {
        var quiz = AQuiz.WithQuestions(2).Asking().Right("Ann").TimedOut().Next().Right("Ben").Stopped();
        Assert.Equal(["1 Ann 1"], quiz.PodiumLines());
    }
}
