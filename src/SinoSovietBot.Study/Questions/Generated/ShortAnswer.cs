namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A card whose whole back is a few words: its front asks for them.</summary>
internal static class ShortAnswer
{
    private const int MaxWords = 4;
    private const int MaxLength = 40;

    /// <summary>Whether the whole back of the point's card is a few words.</summary>
    public static bool Is(PoolPoint point) =>
        Text(point).Length <= MaxLength && Text(point).Split(' ').Length <= MaxWords && !point.Card.AllPoints.Skip(1).Any();

    public static Question? Make(PoolPoint point)
    {
        if (!Is(point))
            return null;
        return new Question
        {
            Id = point.QuestionId("typed"),
            Kind = QuestionKind.Typed,
            Card = point.Card.Id,
            Points = [point.Point.Id],
            Prompt = point.Card.Front,
            Answer = Text(point),
            Distractors = [],
            Explanation = point.Explanation,
            Difficulty = 2,
            IsGenerated = true,
        };
    }

    private static string Text(PoolPoint point) => point.Point.Text.TrimEnd('.');
}
