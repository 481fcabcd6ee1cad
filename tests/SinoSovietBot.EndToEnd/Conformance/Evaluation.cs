namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// What one schema said about one place of a document: its violations, and the property names it knows, which the schemas that apply to the same
/// place pool before an unknown name is a violation (JSON Schema's "unevaluated properties").
/// </summary>
internal sealed class Evaluation
{
    public List<Violation> Violations { get; } = [];

    public HashSet<string> KnownProperties { get; } = new(StringComparer.Ordinal);

    /// <summary>A schema that lists properties has spoken: names outside the list are violations.</summary>
    public bool ListsProperties { get; set; }

    /// <summary>A schema has said that any further name is fine.</summary>
    public bool AllowsAnyProperty { get; set; }

    public bool Passed => Violations.Count == 0;

    public void Fail(string where, string what) => Violations.Add(new Violation(where, what));

    /// <summary>Takes everything over, for a schema that must hold.</summary>
    public void Require(Evaluation other)
    {
        Violations.AddRange(other.Violations);
        Know(other);
    }

    /// <summary>Takes over only what a schema knows, for a branch that matched.</summary>
    public void Know(Evaluation other)
    {
        KnownProperties.UnionWith(other.KnownProperties);
        ListsProperties |= other.ListsProperties;
        AllowsAnyProperty |= other.AllowsAnyProperty;
    }
}
