using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>What the bot hears of a form that a member sent: the form's own components, numbered, with what was entered.</summary>
internal static class FormInput
{
    /// <summary>The data of the interaction.</summary>
    /// <param name="world">Where the ids in menus are looked up.</param>
    /// <param name="room">Where the form was opened.</param>
    /// <param name="form">As it was shown, with numbered components.</param>
    /// <param name="sent">As the member's client sent it; already checked against the form.</param>
    public static JsonObject Read(World world, Room room, JsonObject form, JsonObject sent)
    {
        var resolved = new ResolvedEntities(world, room);
        var entered = FormRules.Inputs(sent, "").ToDictionary(entry => entry.Input.Text("custom_id")!, entry => entry.Input, StringComparer.Ordinal);
        var data = new JsonObject
        {
            ["custom_id"] = form.Text("custom_id"),
            ["components"] = Json.Array(form.Objects("components").Select(component => Fill(component, entered, resolved))),
        };
        if (resolved.ToJson() is { } entities) data["resolved"] = entities;
        return data;
    }

    private static JsonObject Fill(JsonObject shown, Dictionary<string, JsonObject> entered, ResolvedEntities resolved)
    {
        var filled = new JsonObject { ["type"] = shown.Integer("type"), ["id"] = shown.Integer("id") };
        if (shown.Object("component") is { } labelled) filled["component"] = Fill(labelled, entered, resolved);
        if (shown["components"] is JsonArray)
            filled["components"] = Json.Array(shown.Objects("components").Select(child => Fill(child, entered, resolved)));
        if (shown.Text("custom_id") is not { } id) return filled;
        filled["custom_id"] = id;
        JsonObject? entry = entered.GetValueOrDefault(id);
        if (shown.Integer("type") == 4)
        {
            filled["value"] = entry?.Text("value") ?? "";
            return filled;
        }

        string[] values = [.. (entry?["values"] as JsonArray)?.Select(value => value?.ToString() ?? "") ?? []];
        foreach (string value in values)
            if (!SelectInput.Offers(shown, value, resolved))
                throw Refusal.Form("data.components", "COMPONENT_VALIDATION_FAILED", "Component validation failed");
        filled["values"] = Json.Array(values.Select(value => (JsonNode?)value));
        return filled;
    }
}
