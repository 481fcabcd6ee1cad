namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>What holds between questions and the rest of the deck. For a draft of which every file has been read.</summary>
internal sealed class QuestionRules(DeckDraft draft)
{
    private readonly ProblemList problems = draft.Problems;

    public void Check()
    {
        foreach (var entry in draft.Questions)
        {
            var isCardKnown = CheckCard(entry);
            foreach (var point in entry.Points)
                CheckPoint(entry, point, isCardKnown);
            foreach (var enemy in entry.Enemies)
                CheckEnemy(entry, enemy);
            foreach (var point in entry.DistractorPoints)
                CheckKnown(point);
            OptionRules.Check(entry, problems);
        }

        CheckPrompts();
    }

    private bool CheckCard(QuestionEntry entry)
    {
        var id = entry.Card.Id;
        if (id.Length == 0)
            return false;
        if (draft.CardIds.Contains(id))
            return true;
        if (!draft.HasUnreadText)
            problems.Error(entry.Card.At, DeckMessages.UnknownReference("card", id, draft.Suggestions.Find(id, draft.CardIds.All)));
        return false;
    }

    private void CheckPoint(QuestionEntry entry, Reference point, bool isCardKnown)
    {
        if (!draft.Points.TryGetValue(point.Id, out var found))
        {
            CheckKnown(point);
            return;
        }

        if (isCardKnown && found.CardId.Length > 0 && !string.Equals(found.CardId, entry.Card.Id, StringComparison.Ordinal))
            problems.Error(point.At, DeckMessages.PointOfOtherCard(point.Id, found.CardId, entry.Card.Id));
        if (found.Ask == AskPolicy.NeverAsk)
            problems.Error(point.At, DeckMessages.NeverAsk(point.Id));
    }

    private void CheckKnown(Reference point)
    {
        if (!draft.Points.ContainsKey(point.Id) && !draft.HasUnreadText)
            problems.Error(point.At, DeckMessages.UnknownReference("point", point.Id, draft.Suggestions.Find(point.Id, draft.PointIds.All)));
    }

    private void CheckEnemy(QuestionEntry entry, Reference enemy)
    {
        if (string.Equals(enemy.Id, entry.Question.Id.Value, StringComparison.Ordinal))
            problems.Error(enemy.At, DeckMessages.OwnEnemy(enemy.Id));
        else if (!draft.QuestionIds.Contains(enemy.Id) && !draft.HasUnreadText)
            problems.Error(enemy.At, DeckMessages.UnknownReference("question", enemy.Id, draft.Suggestions.Find(enemy.Id, draft.QuestionIds.All)));
    }

    // Variants of a question share a prompt on purpose, and are then enemies: they would give each other away.
    private void CheckPrompts()
    {
        var owners = new Dictionary<string, (QuestionEntry Entry, HashSet<QuestionId> Enemies)>(StringComparer.Ordinal);
        foreach (var entry in draft.Questions.Where(entry => entry.Question.Prompt.Length > 0))
        {
            var prompt = string.Join(' ', OptionWords.Of(entry.Question.Prompt));
            if (owners.TryAdd(prompt, (entry, entry.Question.Enemies.ToHashSet())))
                continue;
            var (first, enemies) = owners[prompt];
            if (!enemies.Contains(entry.Question.Id) && !entry.Question.Enemies.Contains(first.Question.Id))
                problems.Warning(entry.PromptAt, DeckMessages.SamePrompt(first.Question.Id, first.PromptAt));
        }
    }
}
