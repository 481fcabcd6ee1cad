using CsCheck;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class QuizProperties
{
    [Fact]
    public void EveryAcceptedPressIsOneStoredAnswerAndNothingElseIs() => Sample(play =>
    {
        foreach (var (_, input, step) in play)
        {
            var stored = step.Changes.OfType<QuizChange.AnswerGiven>().ToList();
            bool accepted = IsAccepted(step);
            Assert.Equal(accepted ? 1 : 0, stored.Count);
            if (!accepted)
                continue;
            var answer = stored[0].Answer;
            Assert.Equal(input is QuizInput.Answer, answer.Option is not null);
            Assert.Equal(
                input switch
                {
                    QuizInput.Answer press => (press.Member, press.Round, press.Option, null, press.Press.Id),
                    QuizInput.TypedAnswer typed => (typed.Member, typed.Round ?? step.Next.Round, null, typed.Text, typed.Press.Id),
                    _ => default((Study.Members.MemberId, int, int?, string?, ulong)),
                },
                (stored[0].Member, stored[0].Round, answer.Option, answer.Typed?.Raw, answer.Press));
        }
    });

    [Fact]
    public void TheStoredAnswersOfAMemberInARoundAreNumberedWithoutGaps() => Sample(play =>
    {
        var answers = play.SelectMany(move => move.Step.Changes).OfType<QuizChange.AnswerGiven>();
        foreach (var ofOne in answers.GroupBy(answer => (answer.Round, answer.Member)))
        {
            Assert.Equal(Enumerable.Range(0, ofOne.Count()), ofOne.Select(answer => answer.Answer.Changes));
            Assert.All(ofOne.Zip(ofOne.Skip(1)), pair => Assert.NotEqual((pair.First.Answer.Option, pair.First.Answer.Typed), (pair.Second.Answer.Option, pair.Second.Answer.Typed)));
        }
    });

    [Fact]
    public void ThePodiumEqualsACountOfTheFinalAnswers() => Sample(play =>
    {
        var final = new Dictionary<(int Round, MemberId Member), bool>();
        var revealed = new HashSet<int>();
        QuizState? last = null;
        foreach (var (_, input, step) in play)
        {
            if (IsAccepted(step))
            {
                var answer = step.Changes.OfType<QuizChange.AnswerGiven>().Single();
                var question = step.Next.Questions[answer.Round];
                final[(answer.Round, answer.Member)] = input is QuizInput.Answer press
                    ? press.Option == question.Right
                    : RandomPlay.IsRight(question, ((QuizInput.TypedAnswer)input).Text);
            }

            foreach (var change in step.Changes.OfType<QuizChange.RoundRevealed>())
                Assert.True(revealed.Add(change.Reveal.Quiz.Round));
            last = step.Next;
        }

        var counted = final.Where(answer => revealed.Contains(answer.Key.Round) && answer.Value)
            .GroupBy(answer => answer.Key.Member).ToDictionary(ofOne => ofOne.Key, ofOne => ofOne.Count());
        Assert.Equal(counted, Podium.Of(last!).ToDictionary(place => place.Member, place => place.Score.Correct));
    });

    [Fact]
    public void AScoreIsTheTimeOfItsAnswersAndTheFullTimeOfTheOtherRounds() => Sample(play =>
    {
        var times = new Dictionary<MemberId, (TimeSpan Time, int Answered)>();
        var full = TimeSpan.Zero;
        QuizState? last = null;
        foreach (var (_, _, step) in play)
        {
            foreach (var reveal in step.Changes.OfType<QuizChange.RoundRevealed>().Select(change => change.Reveal))
            {
                full += reveal.Quiz.Question.Time;
                foreach (var result in reveal.Results)
                {
                    var sum = times.GetValueOrDefault(result.Member);
                    times[result.Member] = (sum.Time + result.Answer.Response - reveal.Quiz.Question.Time, sum.Answered + 1);
                }
            }

            last = step.Next;
        }

        Assert.Equal(
            times.ToDictionary(entry => entry.Key, entry => (entry.Value.Time + full, entry.Value.Answered)),
            last!.Scores.ToDictionary(entry => entry.Key, entry => (entry.Value.Time, entry.Value.Answered)));
    });

    [Fact]
    public void NoTimeIsNegativeOrLongerThanItsRound() => Sample(play =>
    {
        foreach (var (_, _, step) in play)
        {
            Assert.All(step.Next.Answers.Values, answer => Assert.InRange(answer.Response, TimeSpan.Zero, step.Next.Question.Time));
            Assert.All(step.Next.Scores.Values, score => Assert.InRange(score.Time, TimeSpan.Zero, step.Next.FullTime));
            Assert.All(step.Effects.OfType<QuizEffect.WaitForTimeUp>(), wait => Assert.True(wait.After > TimeSpan.Zero));
        }
    });

    [Fact]
    public void TheEndIsFinalAndStoredOnce() => Sample(play =>
    {
        int ends = 0;
        foreach (var (before, _, step) in play)
        {
            ends += step.Changes.Count(change => change is QuizChange.Ended);
            Assert.Equal(step.Next.Phase == QuizPhase.Ended, ends == 1);
            Assert.Equal(step.Next.Phase == QuizPhase.Ended, step.Next.End is not null);
            if (before.Phase == QuizPhase.Ended)
                Assert.Same(before, step.Next);
        }
    });

    [Fact]
    public void AnOpenRoundThatIsUpAlwaysHasATimerAndAnAnswerOnShowToo() => Sample(play =>
    {
        foreach (var (before, _, step) in play)
        {
            if (step.Next.RoundMessage is not null && step.Next.RoundMessage != before.RoundMessage)
                Assert.Single(step.Effects, effect => effect is QuizEffect.WaitForTimeUp);
            if (step.Next.Phase == QuizPhase.Revealed && before.Phase != QuizPhase.Revealed)
                Assert.Single(step.Effects, effect => effect is QuizEffect.WaitForReveal);
            bool asked = (before.Phase, before.Round, before.Opening) != (step.Next.Phase, step.Next.Round, step.Next.Opening);
            if (step.Next.Phase == QuizPhase.Asking && asked)
                Assert.Single(step.Effects, effect => effect is QuizEffect.PostRound);
        }
    });

    [Fact]
    public void WhatIsStoredBeginsWithTheQuizAndAsksEachRoundBeforeItsAnswers() => Sample(play =>
    {
        int asked = -1;
        var changes = play.SelectMany(move => move.Step.Changes).ToList();
        Assert.IsType<QuizChange.Opened>(changes[0]);
        foreach (var change in changes)
        {
            asked = change is QuizChange.RoundAsked round ? Math.Max(asked, round.Round) : asked;
            int? of = change switch
            {
                QuizChange.AnswerGiven answer => answer.Round,
                QuizChange.RoundPosted posted => posted.Round,
                QuizChange.RoundRevealed revealed => revealed.Reveal.Quiz.Round,
                _ => null,
            };
            Assert.True(of is null || of == asked);
        }
    });

    private static bool IsAccepted(QuizStep step) => step.Outcome is QuizOutcome.Recorded or QuizOutcome.Changed or QuizOutcome.TypedIn;

    private static void Sample(Action<List<(QuizState Before, QuizInput Input, QuizStep Step)>> rule) =>
        Gen.Select(Gen.Int[1, 8], Gen.Bool, RandomPlay.Moves).Sample(
            (questions, teacher, moves) => rule([.. RandomPlay.Play(AQuiz.Mixed(questions, teacher).State, moves)]), iter: 2000, threads: 1);
}
