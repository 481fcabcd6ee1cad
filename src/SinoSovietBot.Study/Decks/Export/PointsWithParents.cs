namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Flattens the points of a card.</summary>
internal static class PointsWithParents
{
    /// <summary>Every point, a parent before its sub-points, in the order of the deck; a top-level point has no parent.</summary>
    public static IEnumerable<(Point Point, Point? Parent)> Of(Card card) => card.Points.SelectMany(point => Of(point, parent: null));

    private static IEnumerable<(Point Point, Point? Parent)> Of(Point point, Point? parent) =>
        point.Points.SelectMany(child => Of(child, point)).Prepend((point, parent));
}
