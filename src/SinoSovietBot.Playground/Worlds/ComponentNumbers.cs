using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Discord gives every component that was sent without an <c>id</c> the next number.</summary>
internal static class ComponentNumbers
{
    /// <summary>A numbered copy of what was sent as <c>components</c>; empty when nothing was.</summary>
    public static JsonArray Numbered(JsonNode? components)
    {
        if (components is not JsonArray sent) return [];
        JsonArray copy = sent.DeepClone().AsArray();
        int next = 1;
        Number(copy, ref next);
        return copy;
    }

    private static void Number(JsonArray components, ref int next)
    {
        foreach (JsonObject component in components.OfType<JsonObject>())
        {
            Number(component, ref next);
            if (component["components"] is JsonArray children) Number(children, ref next);
            if (component.Object("component") is { } labelled) Number(labelled, ref next);
            if (component.Object("accessory") is { } accessory) Number(accessory, ref next);
        }
    }

    private static void Number(JsonObject component, ref int next)
    {
        if ((component.Integer("id") ?? 0) == 0) component["id"] = next;
        next++;
    }
}
