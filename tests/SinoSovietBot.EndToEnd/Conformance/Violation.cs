namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>One way in which something departs from the description of Discord's API.</summary>
/// <param name="Where">
/// The JSON path of the fault in the body (<c>$.components[0].type</c>), or the part of the request that is at fault (<c>path</c>,
/// <c>query.with_response</c>, <c>content-type</c>).
/// </param>
/// <param name="What">A sentence about the fault.</param>
internal sealed record Violation(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
