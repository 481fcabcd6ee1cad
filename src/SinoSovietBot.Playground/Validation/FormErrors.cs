using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Validation;

/// <summary>The faults of one request body, as Discord nests them in the <c>errors</c> object of a 50035.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool Any => _tree.Count > 0;

    public JsonObject Tree => _tree;

    /// <summary>Notes a fault. The path has dots between keys and list positions, as <c>embeds.0.title</c>; empty for the body as a whole.</summary>
    public void Add(string path, string code, string message)
    {
        JsonObject node = _tree;
        foreach (string key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[key] is not JsonObject child) node[key] = child = [];
            node = child;
        }

        if (node["_errors"] is not JsonArray list) node["_errors"] = list = [];
        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choices(string path, string allowed) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{allowed}}}.");

    public void Throw()
    {
        if (Any) throw new Refusal(400, 50035, "Invalid Form Body", this);
    }
}
