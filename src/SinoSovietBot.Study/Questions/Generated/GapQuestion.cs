using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A point in which something is left out.</summary>
internal static class GapQuestion
{
    public static Question? Make(PoolPoint point, string sort, Match answer, IEnumerable<string> wrong)
    {
        var text = point.Point.Text;
        var prompt = string.Concat(text.AsSpan(0, answer.Index), Question.Blank, text.AsSpan(answer.Index + answer.Length));
        if (prompt.Length > DeckLimits.PromptLength)
            return null;
        return new Question
        {
            Id = point.QuestionId(sort),
            Kind = QuestionKind.Gap,
            Card = point.Card.Id,
            Points = [point.Point.Id],
            Prompt = prompt,
            Answer = answer.Value,
            Distractors = [.. wrong.Select(other => new Distractor(other, $"The card says {answer.Value}."))],
            Explanation = point.Explanation,
            Difficulty = 2,
            IsGenerated = true,
        };
    }
}
