using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Questions.Generated;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Questions;

public sealed class GeneratedQuestionsTests
{
    private static readonly Deck Revolution = Deck(
        ("French Revolution", "The Bastille was stormed by a Paris crowd.", "1789-07-14"),
        ("The Terror", "Robespierre was executed with his followers.", "1794-07-28"),
        ("The Consulate", "Bonaparte took power by a coup in Brumaire.", "1799-11"),
        ("The Empire", "Bonaparte was crowned by himself at Notre-Dame.", "1804-12-02"),
        ("Restoration", "In 1815 the Bourbons came back to Paris.", "1815"),
        ("Finance", "The crown owed its bankers 4,000 million livres.", null),
        ("Emigration", "Perhaps a tenth of noble families left.", "c. 1791"));

    [Fact]
    public void TheSameDeckGivesTheSameQuestions() =>
        Assert.Equal(Texts(GeneratedQuestions.Of(Revolution)), Texts(GeneratedQuestions.Of(Revolution)));

    [Fact]
    public void AYearOfTheTextBecomesAGapAmongNearYears()
    {
        var gap = Single("made:year:restoration-0");

        Assert.Equal("In ____ the Bourbons came back to Paris.", gap.Prompt);
        Assert.Equal("1815", gap.Answer);
        Assert.Equal(3, gap.Distractors.Select(distractor => distractor.Text).Distinct().Count());
        Assert.All(gap.Distractors, wrong => Assert.InRange(int.Parse(wrong.Text, null), 1810, 1820));
        Assert.True(gap.IsGenerated);
    }

    [Fact]
    public void ANumberBecomesAGapAmongNumbersAsRound()
    {
        var gap = Single("made:number:finance-0");

        Assert.Equal("The crown owed its bankers ____ million livres.", gap.Prompt);
        Assert.Equal("4,000", gap.Answer);
        Assert.All(gap.Distractors, wrong => Assert.EndsWith(",000", wrong.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void DatedPointsThatHideTheirYearAreOrdered()
    {
        var order = Assert.Single(GeneratedQuestions.Of(Revolution), question => question.Kind == QuestionKind.Order);

        Assert.Equal(
            ["french-revolution-0", "the-terror-0", "the-consulate-0", "the-empire-0"],
            order.Points.Select(point => point.Value));
    }

    [Theory]
    [InlineData("It lasted from 1954–55 in all.")]
    [InlineData("It began in the 1950s.")]
    [InlineData("Between 1950 and 1954 it grew.")]
    [InlineData("It began in 1949 as the front says.")]
    [InlineData("The 20th Congress met.")]
    [InlineData("SALT 12 was signed.")]
    [InlineData("About 3.75 per cent were lost.")]
    public void WhatIsNoLoneYearOrAmountMakesNoGap(string text) =>
        Assert.DoesNotContain(GeneratedQuestions.Of(Deck(("Founding of 1949", text, null))), question => question.Kind == QuestionKind.Gap);

    [Fact]
    public void AYearOfAnotherPointOfTheCardIsNoWrongOption()
    {
        var deck = Deck(("Card", "It began in 1950 slowly.", null), ("Card", "It grew in 1951 fast.", null), ("Card", "It stopped in 1949 again.", null));
        var gap = GeneratedQuestions.Of(deck).Single(question => question.Id.Value == "made:year:card-0");

        Assert.DoesNotContain(gap.Distractors, wrong => wrong.Text is "1949" or "1951");
    }

    [Fact]
    public void ACardOfAFewWordsIsAskedTyped()
    {
        var question = Assert.Single(GeneratedQuestions.Of(Deck(("Capital of Hungary?", "Budapest.", null))));

        Assert.Equal((QuestionKind.Typed, "Capital of Hungary?", "Budapest"), (question.Kind, question.Prompt, question.Answer));
    }

    [Fact]
    public void ACardOfAFewWordsIsAskedInWordsThatFitIt()
    {
        var deck = Deck(
            ("Capital of Hungary?", "Budapest", null), ("Leader of Serbia?", "Milan", null), ("River through Vienna?", "Danube", null),
            ("Port of Genoa?", "Liguria", null));

        var prompts = GeneratedQuestions.Of(deck).Select(question => question.Prompt).ToList();

        Assert.Contains("To which of these is “Budapest” the answer?", prompts);
        Assert.Contains("Which of these is the answer to “Capital of Hungary?”?", prompts);
    }

    [Fact]
    public void NearDuplicatesNeverStandAgainstEachOther()
    {
        var met = GeneratedQuestions.Of(Revolution).First(question => question.Kind == QuestionKind.Choice);
        var (own, other) = (met.Points[0], met.Distractors[0].Point!.Value);

        var now = GeneratedQuestions.Of(Revolution with { NearDuplicates = [new PointCluster("nd", "the same", [own, other], AreSame: false)] });

        Assert.DoesNotContain(now, question => question.Points[0] == own && question.Distractors.Any(wrong => wrong.Point == other));
        Assert.DoesNotContain(now, question => question.Points[0] == other && question.Distractors.Any(wrong => wrong.Point == own));
    }

    [Theory]
    [InlineData(AskPolicy.NeverAsk)]
    [InlineData(AskPolicy.AskAttributed)]
    public void NothingRestsOnAPointThatMayNotBeAskedOutright(AskPolicy ask)
    {
        var card = Revolution.Cards[4];
        var deck = Revolution with { Cards = Revolution.Cards.SetItem(4, card with { Points = [card.Points[0] with { Ask = ask }] }) };

        Assert.DoesNotContain(GeneratedQuestions.Of(deck), question =>
            question.Points.Contains(card.Points[0].Id) || question.Distractors.Any(wrong => wrong.Point == card.Points[0].Id));
    }

    [Fact]
    public void TwoAboutOnePointNeverMeetInAQuiz()
    {
        var all = GeneratedQuestions.Of(Revolution);

        foreach (var question in all)
        {
            var shared = all.Where(other => other.Id != question.Id && other.Points.Intersect(question.Points).Any()).Select(other => other.Id);
            Assert.Equal(shared.ToHashSet(), question.Enemies.ToHashSet());
        }
    }

    [Fact]
    public void EveryOneOfTheRepositorysDecksKeepsTheRulesOfAuthoredQuestions()
    {
        foreach (var deck in RepositoryDecks.All())
        {
            Assert.All(GeneratedQuestions.Of(deck), question =>
            {
                Assert.InRange(question.Prompt.Length, 1, DeckLimits.PromptLength);
                Assert.InRange(question.Explanation.Length, 1, DeckLimits.ExplanationLength);
                Assert.Distinct(question.Distractors.Select(wrong => wrong.Text).Append(question.Answer));
                Assert.All(question.Distractors, wrong => Assert.InRange(wrong.Text.Length, 1, DeckLimits.OptionLength));
                Assert.DoesNotContain(question.Answer, question.Prompt, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    private static Question Single(string id) => GeneratedQuestions.Of(Revolution).Single(question => question.Id.Value == id);

    private static IEnumerable<string> Texts(IEnumerable<Question> questions) =>
        questions.Select(question => $"{question.Id} {question.Prompt} {question.Answer} {string.Join('|', question.Distractors.Select(wrong => wrong.Text))}");

    private static Deck Deck(params (string Front, string Text, string? Date)[] points) => DeckSamples.Deck() with
    {
        Questions = [],
        Cards =
        [
            .. points.GroupBy(point => point.Front).Select(group => new Card
            {
                Id = new(IdOf(group.Key)),
                Topic = "All",
                Front = group.Key,
                Points = [.. group.Select((point, index) => new Point { Id = new($"{IdOf(group.Key)}-{index}"), Text = point.Text, Date = DateOf(point.Date) })],
            }),
        ],
    };

    private static HistoricalDate? DateOf(string? date) => date is not null && HistoricalDate.TryParse(date, out var read) ? read : null;

    private static string IdOf(string front) => front.ToLowerInvariant().Replace(' ', '-').TrimEnd('?');
}
