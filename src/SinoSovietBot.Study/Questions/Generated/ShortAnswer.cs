namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A card whose whole back is a few words: its front asks for them.</summary>
internal static class ShortAnswer
{
    private const int MaxWords = 4;
    private const int MaxLength = 40;

    public static Question? Make(PoolPoint point)
    {
        var text = point.Point.Text.TrimEnd('.');
        var isShort = text.Length <= MaxLength && text.Split(' ').Length <= MaxWords;
        if (!isShort || point.Card.AllPoints.Skip(1).Any())
            return null;
        return new Question
        {
            Id = point.QuestionId("typed"),
            Kind = QuestionKind.Typed,
            Card = point.Card.Id,
            Points = [point.Point.Id],
            Prompt = point.Card.Front,
            Answer = text,
            Distractors = [],
            Explanation = point.Explanation,
            Difficulty = 2,
            IsGenerated = true,
        };
    }
}
