namespace SinoSovietBot.Interactions;

/// <summary>Those of <c>/card</c>; their letters begin with a c.</summary>
public abstract partial record ComponentId
{
    private static ComponentId? ParseCard(string[] parts) => (parts[1], parts.Length) switch
    {
        _ => null,
    };

    private string? WriteCard() => this switch
    {
        _ => null,
    };
}
