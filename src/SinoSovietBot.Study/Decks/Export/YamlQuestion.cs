using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The native form of a question.</summary>
internal static class YamlQuestion
{
    /// <summary>By itself: a list of one.</summary>
    public static string Write(Question question)
    {
        var yaml = new YamlLines();
        Write(yaml, question);
        return yaml.ToString();
    }

    public static void Write(YamlLines yaml, Question question)
    {
        yaml.Text(2, "- id", question.Id.Value);
        yaml.Text(4, "kind", DeckWords.Of(question.Kind));
        yaml.Text(4, "card", question.Card.Value);
        yaml.Words(4, "points", question.Points.Select(point => point.Value));
        yaml.Number(4, "difficulty", question.Difficulty);
        yaml.Text(4, "prompt", question.Prompt);
        if (question.Items.IsEmpty)
            yaml.Text(4, "answer", question.Answer);
        WriteItems(yaml, "answer", question.Items);
        if (question.Count > 0 && question.Count != question.Items.Length)
            yaml.Number(4, "count", question.Count);
        WriteItems(yaml, "also", question.Also);
        WriteDistractors(yaml, question.Distractors);
        yaml.Words(4, "accept", question.Accept);
        yaml.Words(4, "vague", question.Vague);
        yaml.Words(4, "reject", question.Reject);
        yaml.Text(4, "explanation", question.Explanation);
        yaml.Words(4, "enemies", question.Enemies.Select(enemy => enemy.Value));
    }

    private static void WriteItems(YamlLines yaml, string key, ImmutableArray<AnswerItem> items)
    {
        if (items.IsEmpty)
            return;
        yaml.Line(4, $"{key}:");
        foreach (var item in items)
        {
            if (item.Accept.IsEmpty)
            {
                yaml.Line(6, $"- {YamlValue.Of(item.Text, 8)}");
                continue;
            }

            yaml.Text(6, "- text", item.Text);
            yaml.Words(8, "accept", item.Accept);
        }
    }

    private static void WriteDistractors(YamlLines yaml, ImmutableArray<Distractor> distractors)
    {
        if (distractors.IsEmpty)
            return;
        yaml.Line(4, "distractors:");
        foreach (var distractor in distractors)
        {
            yaml.Text(6, "- text", distractor.Text);
            yaml.Text(8, "why", distractor.Why);
            yaml.Text(8, "point", distractor.Point?.Value);
        }
    }
}
