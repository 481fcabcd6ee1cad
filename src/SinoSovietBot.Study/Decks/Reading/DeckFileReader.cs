using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads the top level of one file into a draft: the header keys, cards and questions.</summary>
internal sealed partial class DeckFileReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> HeaderKeys =
        ["id", "title", "subject", "language", "licence", "source", "notes", "names", "near-duplicates"];

    private static readonly ImmutableArray<string> Keys = [.. HeaderKeys, "cards", "questions"];

    private readonly CardReader cards = new(draft);
    private readonly QuestionReader questions = new(draft);
    private readonly NameReader names = new(draft);
    private readonly ClusterReader clusters = new(draft);

    public void Read(DeckFile file)
    {
        if (DeckFileText.Decode(file, draft.Problems) is not { } text)
        {
            draft.HasUnreadText = true;
            return;
        }

        var reading = YamlTreeReader.Read(file.Name, text, draft.Problems);
        draft.HasUnreadText |= reading is { IsComplete: false } or { Root: not YamlMap };

        // Why the file could not be read to its end says more than that it does not begin like a deck.
        if (reading.Root is { } root && (root is YamlMap || reading.IsComplete))
            Read(root);
    }

    /// <summary>Reads what a file, or whatever was put in its form, holds.</summary>
    public void Read(YamlNode root)
    {
        if (MapReader.Open(root, "deck", Keys, draft) is not { } map)
            return;
        draft.HasCardsToRead |= map.HasContent("cards");
        ReadHeader(map);
        foreach (var card in map.List("cards", isRequired: false))
            cards.Read(card);
        foreach (var question in map.List("questions", isRequired: false))
            questions.Read(question);
    }

    private void ReadHeader(MapReader map)
    {
        if (map.FirstOf(HeaderKeys) is not { } first)
            return;
        if (draft.Header is { } earlier)
        {
            draft.Problems.Error(first.KeyAt, DeckMessages.SecondHeader(first.Key, earlier.At));
            return;
        }

        var language = map.Line("language", DeckLimits.LanguageLength);
        if (language.Length > 0 && !LanguageTag().IsMatch(language))
            draft.Problems.Error(map.PlaceOf("language"), DeckMessages.BadLanguage(language));

        draft.Header = new DeckHeader(
            first.KeyAt,
            map.Id(index: null),
            map.Line("title", DeckLimits.TitleLength),
            map.Line("subject", DeckLimits.SubjectLength),
            language,
            map.Line("licence", DeckLimits.LicenceLength),
            map.Text("source", DeckLimits.DeckSourceLength))
        {
            Notes = map.Texts("notes", DeckLimits.Notes, DeckLimits.NoteLength),
            Names = names.Read(map),
        };
        clusters.Read(map);
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();
}
