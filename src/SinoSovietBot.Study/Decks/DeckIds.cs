namespace SinoSovietBot.Study.Decks;

/// <summary>A deck's stable id: 1 to 64 lower-case letters, digits and single hyphens.</summary>
public readonly record struct DeckId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A card's id, stable and unique within its deck.</summary>
public readonly record struct CardId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A point's id, stable and unique within its deck.</summary>
public readonly record struct PointId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A question's id, stable and unique within its deck.</summary>
public readonly record struct QuestionId(string Value)
{
    public override string ToString() => Value;
}
