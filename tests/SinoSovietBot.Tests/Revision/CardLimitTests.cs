using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary>Decks and answers that are as long as they may be, and all markdown, stay inside Discord's limits.</summary>
public class CardLimitTests
{
    private static readonly string Line = Nasty.Longest(300);

    [Fact]
    public void TheLongestCardIsTurnedPageByPage()
    {
        var view = ACard.View(Longest(), RevisionStyle.Cards, new SessionAnswer(Nasty.Longest(1000), null));
        Check(CardFrontMessages.Front(view, view.HintLevels, Line));
        int pages = 0;
        for (MessageContent page = CardBackMessages.Back(view, 0, Line); ; page = CardBackMessages.Back(view, pages, Line))
        {
            Check(page);
            pages++;
            if (page.Rows.SelectMany(row => row.Components).OfType<Button>().First(button => button.Label == "Next").Disabled)
                break;
        }

        Assert.InRange(pages, 50, 500);
        Assert.Equal(CardBackMessages.Back(view, pages - 1, Line).Embeds[0].Footer, CardBackMessages.Back(view, int.MaxValue, Line).Embeds[0].Footer);
    }

    [Fact]
    public void NotesThatFindNoRoomUnderTheAnswerHaveAPageOfTheirOwn()
    {
        var deck = ACard.Deck("Something happened.");
        CardView View(params string[] notes) => ACard.View(
            deck with { Cards = [deck.Cards[0] with { Notes = [.. notes] }] }, RevisionStyle.Cards, null);
        Assert.EndsWith("\n**Notes**\n📝 Short.", Text(View("Short."), 0), StringComparison.Ordinal);
        var large = View(new string('a', 1100), new string('b', 1000));
        Assert.DoesNotContain("Notes", Text(large, 0), StringComparison.Ordinal);
        Assert.StartsWith("**Notes**\n📝 aaa", Text(large, 1), StringComparison.Ordinal);
        Assert.DoesNotContain("Notes", Text(View(), 0), StringComparison.Ordinal);

        static string Text(CardView view, int page) => CardBackMessages.Back(view, page, Line).Embeds[0].Description!;
    }

    [Theory]
    [InlineData(QuestionKind.Choice)]
    [InlineData(QuestionKind.Order)]
    [InlineData(QuestionKind.List)]
    [InlineData(QuestionKind.Typed)]
    public void TheLongestQuestionFits(QuestionKind kind)
    {
        string option = Nasty.Longest(DeckLimits.OptionLength - 1);
        var items = kind switch
        {
            QuestionKind.Order => DeckLimits.MaxOrderItems,
            QuestionKind.List => DeckLimits.MaxListItems,
            _ => 0,
        };
        var question = ACard.Question(Nasty.Longest(DeckLimits.PromptLength)) with
        {
            Kind = kind,
            Answer = option + "a",
            Explanation = Nasty.Longest(DeckLimits.ExplanationLength),
            Points = [.. Longest().Cards[0].AllPoints.Select(point => point.Id)],
            Items = [.. Enumerable.Range(0, items).Select(number => new AnswerItem($"{option}{(char)('a' + number)}", []))],
            Distractors = kind == QuestionKind.Choice ? [new(option + "b", ""), new(option + "c", ""), new(option + "d", "")] : [],
        };
        SessionAnswer?[] answers = [null, new(Nasty.Longest(1000), Verdict.Vague, Nasty.Longest(300)), new("x", Verdict.Wrong)];
        foreach (var answer in answers)
        {
            var view = ACard.View(Longest() with { Questions = [question] }, RevisionStyle.Questions, answer);
            view = view with { Learner = view.Learner with { Settings = view.Learner.Settings with { FourButtons = true } } };
            for (int level = 0; level <= view.HintLevels; level++)
                Check(CardFrontMessages.Front(view, level, Line));
            Check(CardBackMessages.Back(view, 0, Line));
            CheckForm(CardForms.ForReport(view, view.Session.Shown!.Value));
            if (!view.HasOptions)
                CheckForm(CardForms.ForAnswer(view));
        }
    }

    [Fact]
    public void TheEndOfALongDeckFits()
    {
        var view = ACard.View(Longest(), RevisionStyle.Cards, null);
        Check(CardEndMessages.End(view.Learner, view.Session with { Shown = null, Topic = view.Card.Topic }, Line));
        var step = RevisionRules.Grade(view.Learner, view.Session, Grade.Again, null);
        Check(CardEndMessages.End(view.Learner.After(step), step.After with { Shown = null }, CardReplies.Graded(step, view.Card.Front)));
    }

    [Fact]
    public void TheFormOfTheLongestCardFits() => CheckForm(CardForms.ForAnswer(ACard.View(Longest(), RevisionStyle.Cards, null)));

    private static void Check(MessageContent content) => Assert.Empty(MessageLimits.Faults(content));

    private static void CheckForm(Form form)
    {
        Assert.InRange(form.CustomId.Length, 1, DiscordLimits.CustomId);
        Assert.InRange(form.Title.Length, 1, DiscordLimits.FormTitle);
        foreach (var field in form.Fields.Cast<TextField>())
        {
            Assert.InRange(field.Label.Length, 1, DiscordLimits.LabelText);
            Assert.InRange(field.Description?.Length ?? 1, 1, DiscordLimits.LabelDescription);
            Assert.InRange(field.Value?.Length ?? 0, 0, field.MaxLength ?? DiscordLimits.TextInputValue);
        }
    }

    private static Deck Longest()
    {
        var deck = ACard.Deck("x");
        Point Point(int number) => new()
        {
            Id = new PointId($"p{number}"), Text = Nasty.Longest(DeckLimits.PointTextLength), Correction = Nasty.Longest(DeckLimits.CorrectionLength),
        };
        var card = deck.Cards[0] with
        {
            Topic = Nasty.Longest(DeckLimits.TopicLength),
            Front = Nasty.Longest(DeckLimits.FrontLength),
            Points = [.. Enumerable.Range(0, DeckLimits.PointsOfCard).Select(Point)],
            Notes = [.. Enumerable.Repeat(Nasty.Longest(DeckLimits.NoteLength), DeckLimits.Notes)],
        };
        return deck with { Title = Nasty.Longest(DeckLimits.TitleLength), Cards = [card] };
    }
}
