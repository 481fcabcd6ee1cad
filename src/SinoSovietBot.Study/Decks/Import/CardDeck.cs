using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Makes a deck of a file of cards.</summary>
internal sealed class CardDeck(ImportTarget target, ImportReport report)
{
    private const string Difficulty = "2";

    private string topic = "";

    public YamlMap? Build(CardFile file)
    {
        var start = new Place(report.FileName, 1, 1);
        if (file.Cards.Length > DeckLimits.Cards)
        {
            report.Reject(start, ImportMessages.TooManyCards(file.Cards.Length));
            return null;
        }

        var cards = WithoutDoubles(file.Cards);
        if (cards.IsEmpty && file.Questions.IsEmpty)
        {
            if (!report.Rejected.Any())
                report.Reject(start, ImportMessages.NoCards);
            return null;
        }

        var characters = cards.Sum(card => card.Points.SelectMany(point => point.Flat()).Sum(point => (long)point.Text.Length));
        if (characters > DeckLimits.FileBytes)
        {
            report.Reject(start, ImportMessages.DeckTooLarge(characters));
            return null;
        }

        var title = ShortText.Cut(ShortText.Printable(target.Title ?? target.Existing?.Title ?? file.Title ?? Stem()), DeckLimits.TitleLength);
        var id = target.Id ?? target.Existing?.Id.Value ?? file.Id ?? ImportIds.OfFront(title, isAlone: true);
        if (!ImportIds.IsId(id))
        {
            report.Reject(start, DeckMessages.BadId(id));
            return null;
        }

        topic = ShortText.Cut(title, DeckLimits.TopicLength);
        var ids = new CardIdGiver(cards, target.Existing);
        var given = cards.Select(ids.Give).ToList();
        var questions = given.SelectMany(card => card.Gaps.Select(gap => Question(card, gap)));

        // The header stands nowhere in the file: a place of its own keeps it apart from a card in line 1.
        var nowhere = new Place(report.FileName, 0, 0);
        return DeckTree.Deck(nowhere, Header(nowhere, id, title, given), given.Select(Card), [.. file.Questions, .. questions]);
    }

    private ImmutableArray<CardSketch> WithoutDoubles(ImmutableArray<CardSketch> cards)
    {
        var fronts = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<CardSketch>();
        foreach (var card in cards)
        {
            if (card.Key is { } key && keys.TryGetValue(key, out var line))
            {
                report.Reject(card.At, ImportMessages.SameGuid(key, line));
                continue;
            }

            if (!fronts.TryAdd(CardIdGiver.FrontKey(card.Front), card.At.Line) && card.Id is null)
            {
                report.Reject(card.At, ImportMessages.SameFront(card.Front, fronts[CardIdGiver.FrontKey(card.Front)]));
                continue;
            }

            if (card.Key is not null)
                keys.Add(card.Key, card.At.Line);
            kept.Add(card);
        }

        return kept.ToImmutable();
    }

    private string Stem()
    {
        var stem = Path.GetFileNameWithoutExtension(report.FileName).Trim();
        return stem.Length > 0 ? stem : "Imported deck";
    }

    private IEnumerable<(string, YamlNode?)> Header(Place at, string id, string title, IReadOnlyList<CardSketch> cards)
    {
        var old = target.Existing;
        if (old is null)
            report.Note(ImportMessages.HeaderFilledIn(id, title));
        return
        [
            ("id", DeckTree.Text(at, id)),
            ("title", DeckTree.Text(at, title)),
            ("subject", DeckTree.Text(at, old?.Subject ?? "General")),
            ("language", DeckTree.Text(at, old?.Language ?? "en")),
            ("licence", DeckTree.Text(at, old?.Licence ?? "Not stated")),
            ("source", DeckTree.Text(at, old?.Source ?? ShortText.Cut(ShortText.Printable($"Imported from {Path.GetFileName(report.FileName)}"), DeckLimits.DeckSourceLength))),
            .. old is null ? [] : Kept(at, old, cards),
        ];
    }

    // The format has no place for these, so the deck keeps what it has.
    private static IEnumerable<(string, YamlNode?)> Kept(Place at, Deck old, IReadOnlyList<CardSketch> cards)
    {
        var points = cards.SelectMany(card => card.Points).SelectMany(point => point.Flat()).Select(point => point.Id).ToHashSet();
        var clusters = old.NearDuplicates
            .Select(cluster => cluster with { Points = [.. cluster.Points.Where(point => points.Contains(point.Value))] })
            .Where(cluster => cluster.Points.Length > 1);
        return
        [
            ("notes", DeckTree.Texts(at, old.Notes)),
            ("names", DeckTree.List(at, old.Names.Select(name => DeckTree.Name(at, name)))),
            ("near-duplicates", DeckTree.List(at, clusters.Select(cluster => DeckTree.Cluster(at, cluster)))),
        ];
    }

    private YamlMap Card(CardSketch card) => DeckTree.Map(
        card.At,
        ("id", DeckTree.Text(card.At, card.Id)),
        ("topic", DeckTree.Text(card.At, Topic(card))),
        ("front", DeckTree.Text(card.At, card.Front)),
        ("notes", DeckTree.Texts(card.At, card.Notes)),
        ("points", DeckTree.List(card.At, card.Points.Select(point => Point(card.At, point)))));

    private string Topic(CardSketch card)
    {
        if (card.Topic is not { } own || string.IsNullOrWhiteSpace(own))
            return topic;
        if (own.Length > DeckLimits.TopicLength)
            report.Count(ImportMessages.TopicsShortened);
        return ShortText.Cut(own, DeckLimits.TopicLength);
    }

    private static YamlMap Point(Place at, PointSketch point) => DeckTree.Map(
        at,
        ("id", DeckTree.Text(at, point.Id)),
        ("text", DeckTree.Text(at, point.Text)),
        ("source", DeckTree.Text(at, point.Source)),
        ("correction", DeckTree.Text(at, point.Correction)),
        ("ask", DeckTree.Text(at, point.Ask)),
        ("date", DeckTree.Text(at, point.Date)),
        ("points", DeckTree.List(at, point.Points.Select(child => Point(at, child)))));

    private static YamlMap Question(CardSketch card, GapSketch gap) => DeckTree.Map(
        card.At,
        ("id", DeckTree.Text(card.At, ImportIds.Part(card.Id!, $"c{gap.Number}"))),
        ("kind", DeckTree.Text(card.At, DeckWords.Of(QuestionKind.Gap))),
        ("card", DeckTree.Text(card.At, card.Id)),
        ("points", DeckTree.Texts(card.At, [(card.Points.FirstOrDefault(point => point.Text.Contains(gap.Answer, StringComparison.Ordinal)) ?? card.Points[0]).Id!])),
        ("difficulty", DeckTree.Text(card.At, Difficulty)),
        ("prompt", DeckTree.Text(card.At, gap.Prompt)),
        ("answer", DeckTree.Text(card.At, gap.Answer)),
        ("explanation", DeckTree.Text(card.At, gap.Explanation)));
}
