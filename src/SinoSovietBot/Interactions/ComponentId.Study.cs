namespace SinoSovietBot.Interactions;

/// <summary>Those of <c>/study</c>; their letters begin with an s.</summary>
public abstract partial record ComponentId
{
    private static ComponentId? ParseStudy(string[] parts) => (parts[1], parts.Length) switch
    {
        _ => ParseStudyList(parts),
    };

    private string? WriteStudy() => this switch
    {
        _ => WriteStudyList(),
    };
}
