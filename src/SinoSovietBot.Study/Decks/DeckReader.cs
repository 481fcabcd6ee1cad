using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks;

/// <summary>Reads decks. Never throws on bad content and never stops at the first fault.</summary>
public static class DeckReader
{
    /// <summary>Reads one deck from its files: the text of one YAML file, or of all YAML files of its folder.</summary>
    /// <param name="files">Each with the name to use in messages. The order does not matter: they are read in the order of their names.</param>
    public static DeckReading Read(IReadOnlyList<DeckFile> files)
    {
        var draft = new DeckDraft();
        var ordered = files.OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var reader = new DeckFileReader(draft);
        foreach (var file in ordered)
            reader.Read(file);

        CheckWhole(draft, ordered);
        new QuestionRules(draft).Check();
        ClusterReader.CheckPoints(draft);
        var deck = draft.Problems.HasErrors || draft.Header is not { } header ? null : Build(draft, header);
        return new DeckReading(deck, draft.Problems.InOrder())
        {
            QuestionPlaces = deck is null
                ? ImmutableDictionary<QuestionId, Place>.Empty
                : draft.Questions.ToImmutableDictionary(entry => entry.Question.Id, entry => entry.At),
        };
    }

    private static void CheckWhole(DeckDraft draft, List<DeckFile> files)
    {
        var start = draft.Header?.At ?? new Place(files.Count > 0 ? files[0].Name : "(no file)", 1, 1);
        if (files.Count == 0)
        {
            draft.Problems.Error(start, DeckMessages.NoFiles);
            return;
        }

        if (draft.HasUnreadText)
            return;
        if (draft.Header is null)
            draft.Problems.Error(start, DeckMessages.NoHeader);
        if (!draft.HasCardsToRead)
            draft.Problems.Error(start, DeckMessages.NoCards);
    }

    private static Deck Build(DeckDraft draft, DeckHeader header) => new()
    {
        Id = new DeckId(header.Id),
        Title = header.Title,
        Subject = header.Subject,
        Language = header.Language,
        Licence = header.Licence,
        Source = header.Source,
        Notes = header.Notes,
        Names = header.Names,
        NearDuplicates = [.. draft.Clusters.Select(entry => entry.Cluster)],
        Cards = [.. draft.Cards],
        Questions = [.. draft.Questions.Select(entry => entry.Question)],
    };
}
