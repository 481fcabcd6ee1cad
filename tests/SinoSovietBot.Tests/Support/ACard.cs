using SinoSovietBot.Decks;
using SinoSovietBot.Revision.Cards;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Tests.Support;

/// <summary>Something on the screen of a session in which one text stands wherever a deck or a member puts one.</summary>
internal static class ACard
{
    /// <summary>A whole card of two points.</summary>
    public static CardView OfCard(string text, SessionAnswer? answer = null) => View(Deck(text), RevisionStyle.Cards, answer);

    /// <summary>A question with two wrong options.</summary>
    public static CardView OfOptions(string text)
    {
        Distractor[] wrong = [new("no", ""), new("never", "")];
        return View(Deck(text) with { Questions = [Question(text) with { Distractors = [.. wrong] }] }, RevisionStyle.Questions, null);
    }

    /// <summary>A question whose answer has been typed.</summary>
    public static CardView OfTyped(string text, Verdict verdict) => View(
        Deck(text) with { Questions = [Question(text) with { Kind = QuestionKind.Typed, Answer = text }] },
        RevisionStyle.Questions,
        new SessionAnswer(text, verdict, text));

    /// <summary>A grading after which the card is suspended.</summary>
    public static SessionStep Forgotten(string text)
    {
        var view = OfCard(text);
        return RevisionRules.Grade(view.Learner, view.Session, Grade.Again, null);
    }

    /// <summary>The first item of a deck on screen.</summary>
    public static CardView View(Deck deck, RevisionStyle style, SessionAnswer? answer)
    {
        var learner = new LearnerDeck
        {
            Member = new MemberId(2),
            Items = DeckItems.Of(deck, style),
            Settings = LearnerSettings.Default,
            Calendar = LearnerSettings.Default.Calendar(TimeZoneInfo.Utc),
            Now = Given.Morning,
        };
        var session = new RevisionSession
        {
            Id = new SessionId(7), Member = learner.Member, Deck = deck.Id, Mode = RevisionMode.Due, Style = style, Count = 10, ShownAt = Given.Morning,
            StartedAt = Given.Morning, Answer = answer, Shown = learner.Items.Items[0].Id,
        };
        return CardView.Of(learner, session, new Lazy<MarkingKeys>(() => new MarkingKeys(deck)))!;
    }

    public static Deck Deck(string text)
    {
        var deck = DeckCatalogue.Read(new DeckId("small"), DeckText.Small()).Deck!;
        var point = new Point { Id = new PointId("war-1"), Text = text, Correction = text };
        var other = new Point { Id = new PointId("war-2"), Text = text };
        var card = deck.Cards[0] with { Topic = text, Front = $"x {text}", Points = [point with { Points = [other] }], Notes = [text] };
        return deck with { Title = text, Cards = [card], Questions = [] };
    }

    public static Question Question(string text) => new()
    {
        Id = new QuestionId("q"), Kind = QuestionKind.Choice, Card = new CardId("war"), Points = [new PointId("war-1")], Prompt = text, Answer = text,
        Distractors = [], Explanation = text, Difficulty = 1,
    };
}
