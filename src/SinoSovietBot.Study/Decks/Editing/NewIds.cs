using System.Globalization;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Study.Decks.Editing;

/// <summary>Makes ids that a deck does not have yet. Used once.</summary>
internal sealed class NewIds(Deck deck)
{
    private const int SlugLength = 40;

    private readonly HashSet<string> cards = [.. deck.Cards.Select(card => card.Id.Value)];
    private readonly HashSet<string> points = [.. deck.Cards.SelectMany(card => card.AllPoints).Select(point => point.Id.Value)];

    /// <summary>Of the words of a front.</summary>
    public string ForCard(string front)
    {
        string slug = ImportIds.Slug(front, SlugLength);
        return Free(cards, slug.Length == 0 ? "card" : slug, first: 1);
    }

    /// <summary>Of its card's id and a number.</summary>
    public string ForPoint(CardId card) => Free(points, card.Value.Length <= SlugLength ? card.Value : card.Value[..SlugLength].TrimEnd('-'), first: 0);

    private static string Free(HashSet<string> taken, string stem, int first)
    {
        if (first == 1 && taken.Add(stem))
            return stem;
        int number = first + 1;
        while (true)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number++}");
            if (taken.Add(id))
                return id;
        }
    }
}
