using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>Checks what a member chose in a menu against the menu, and resolves the ids among it. Called under the world's gate.</summary>
internal static class SelectInput
{
    /// <summary>The <c>values</c> of the interaction, and <c>resolved</c> for menus of users, roles and channels.</summary>
    public static void Write(World world, Room room, JsonObject select, JsonObject sent, JsonObject data)
    {
        var errors = new FormErrors();
        var resolved = new ResolvedEntities(world, room);
        string[] values = [.. (sent["values"] as JsonArray)?.Select(value => value?.ToString() ?? "") ?? []];
        errors.Length("data.values", values.Length, (int)(select.Integer("min_values") ?? 1), (int)(select.Integer("max_values") ?? 1));
        if (values.Distinct().Count() != values.Length || !values.All(value => Offers(select, value, resolved)))
            errors.Add("data.values", "COMPONENT_VALIDATION_FAILED", "Component validation failed");
        errors.Throw();
        data["values"] = Json.Array(values.Select(value => (JsonNode?)value));
        if (resolved.ToJson() is { } entities) data["resolved"] = entities;
    }

    /// <summary>Can this be chosen in the menu? What an id stands for is added to <paramref name="resolved"/>.</summary>
    public static bool Offers(JsonObject select, string value, ResolvedEntities resolved)
    {
        long? type = select.Integer("type");
        if (type == 3) return select.Objects("options").Any(option => option.Text("value") == value);
        return ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) && type switch
        {
            5 => resolved.AddUser(id),
            6 => resolved.AddRole(id),
            7 => resolved.AddUser(id) || resolved.AddRole(id),
            _ => resolved.AddChannel(id),
        };
    }
}
