using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary>Everything of the bot's own decks on its screens.</summary>
public class RealDeckTests
{
    private static readonly List<Deck> Decks =
        [.. DeckFolder.Find(Path.Combine(AppContext.BaseDirectory, "decks")).Select(found => DeckFolder.Read(found).Deck!)];

    [Theory]
    [InlineData(RevisionStyle.Cards)]
    [InlineData(RevisionStyle.Questions)]
    public void EveryCardAndQuestionCanBeRevised(RevisionStyle style)
    {
        int shown = 0;
        foreach (var deck in Decks)
        {
            var first = ACard.View(deck, style, null);
            var keys = new Lazy<MarkingKeys>(() => new MarkingKeys(deck));
            foreach (var id in first.Learner.Items.Items.SelectMany(item => item.Variants))
            {
                var view = CardView.Of(first.Learner, first.Session with { Shown = id }, keys)!;
                for (int level = 0; level <= view.HintLevels; level++)
                    Check(CardFrontMessages.Front(view, level, null));
                for (int page = 0; page < 5; page++)
                    Check(CardBackMessages.Back(view, page, null));
                var marked = view with { Session = view.Session with { Answer = new SessionAnswer("x", view.Key is null ? null : Verdict.Wrong) } };
                Check(CardBackMessages.Back(marked, 0, null));
                if (!view.HasOptions)
                    Assert.NotEmpty(CardForms.ForAnswer(view).Fields);
                shown++;
            }
        }

        Assert.InRange(shown, style == RevisionStyle.Cards ? 10 : 100, int.MaxValue);
    }

    [Fact]
    public void NoHintOfARealQuestionGivesItsAnswerAway()
    {
        foreach (var deck in Decks)
        {
            var keys = new MarkingKeys(deck);
            foreach (var key in deck.Questions.Where(question => !question.HasOptions).Select(keys.Of).Where(key => key.Form == AnswerForm.Text))
                Assert.All(Hints.Of(key), hint => Assert.NotEqual(Verdict.Right, Marker.Mark(key, Mask(hint)).Verdict));
        }
    }

    private static string Mask(string hint) => hint[(hint.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private static void Check(MessageContent content) => Assert.Empty(MessageLimits.Faults(content));
}
