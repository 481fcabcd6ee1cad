using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>The app's registered commands, and who sees which. Called under the world's gate.</summary>
internal sealed class CommandBook(World world, WorldStore? store)
{
    /// <summary>Global commands, or those of the school.</summary>
    public IEnumerable<JsonObject> In(ulong? guild) => world.Commands.Where(command => command.Id("guild_id") == guild);

    public JsonObject? Find(ulong id) => world.Commands.Find(command => command.Id("id") == id);

    /// <summary>Makes the commands of a scope equal to a list. Commands keep their ids by name and type.</summary>
    public JsonArray Replace(IEnumerable<JsonObject> requests, ulong? guild)
    {
        JsonObject[] before = [.. In(guild)];
        JsonObject[] after = [.. requests.Select(request => Complete(request, Same(before, request), guild))];
        world.Commands.RemoveAll(command => before.Contains(command));
        world.Commands.AddRange(after);
        store?.Save(world);
        return Json.Array(after.Select(command => command.DeepClone()));
    }

    /// <summary>The commands of a scope as they would be with another one, which replaces one of its name and type.</summary>
    public IEnumerable<JsonObject> With(JsonObject request, ulong? guild)
    {
        JsonObject? before = Same(In(guild), request);
        return In(guild).Where(command => command != before).Append(request);
    }

    /// <summary>Registers one command, in place of one of the same name and type.</summary>
    public JsonObject Put(JsonObject request, ulong? guild, out bool isNew)
    {
        JsonObject? before = Same(In(guild), request);
        isNew = before is null;
        return Swap(before, Complete(request, before, guild));
    }

    /// <summary>Overwrites the fields that a PATCH names.</summary>
    public JsonObject Change(JsonObject command, JsonObject changes)
    {
        JsonObject merged = command.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in changes)
            if (name is not ("id" or "application_id" or "version" or "type")) merged[name] = value?.DeepClone();
        return Swap(command, Complete(merged, command, command.Id("guild_id")));
    }

    public void Remove(JsonObject command)
    {
        world.Commands.Remove(command);
        store?.Save(world);
    }

    /// <summary>May this member use the command in this channel? Decided by contexts and default_member_permissions.</summary>
    public bool MayUse(Member member, Room room, JsonObject command)
    {
        if (room.IsDirect) return command.Text("guild_id") is null && Contexts(command).Contains(1);
        if (!world.BotInGuild || !Contexts(command).Contains(0)) return false;
        if (command.Text("default_member_permissions") is not { } needed) return true;
        ulong bits = ulong.Parse(needed, CultureInfo.InvariantCulture);
        // "0" means administrators only; nobody in the school is one.
        return bits != 0 && member.Permissions.Has(bits);
    }

    private static JsonObject? Same(IEnumerable<JsonObject> commands, JsonObject request) => commands.FirstOrDefault(command =>
        command.Text("name") == request.Text("name") && (command.Integer("type") ?? 1) == (request.Integer("type") ?? 1));

    private static int[] Contexts(JsonObject command)
    {
        if (command["contexts"] is JsonArray list) return [.. list.Select(value => (int)((value as JsonValue).Integer() ?? -1))];
        return command.Flag("dm_permission") == false || command.Text("guild_id") is not null ? [0] : [0, 1, 2];
    }

    private JsonObject Swap(JsonObject? before, JsonObject after)
    {
        int index = before is null ? -1 : world.Commands.IndexOf(before);
        if (index < 0) world.Commands.Add(after);
        else world.Commands[index] = after;
        store?.Save(world);
        return after.DeepClone().AsObject();
    }

    /// <summary>A registered command as Discord returns it. Its version changes only when something in it does.</summary>
    private JsonObject Complete(JsonObject request, JsonObject? before, ulong? guild)
    {
        var command = new JsonObject
        {
            ["id"] = before?.Text("id") ?? world.Snowflakes.Mint().Text(),
            ["application_id"] = world.ApplicationId.Text(),
            ["type"] = request.Integer("type") ?? 1,
            ["name"] = request.Text("name"),
            ["name_localizations"] = request["name_localizations"]?.DeepClone(),
            ["description"] = request.Text("description") ?? "",
            ["description_localizations"] = request["description_localizations"]?.DeepClone(),
            ["default_member_permissions"] = request["default_member_permissions"]?.ToString(),
            ["nsfw"] = request.Flag("nsfw") ?? false,
        };
        if (request["options"] is JsonArray { Count: > 0 } options) command["options"] = CommandOptionWriter.Write(options);
        if (guild is { } id)
        {
            command["guild_id"] = id.Text();
        }
        else
        {
            command["dm_permission"] = request.Flag("dm_permission") ?? true;
            command["contexts"] = request["contexts"]?.DeepClone();
            command["integration_types"] = request["integration_types"]?.DeepClone() ?? new JsonArray(0);
        }

        if (before is not null)
        {
            command["version"] = before.Text("version");
            if (JsonNode.DeepEquals(command, before)) return command;
        }

        command["version"] = world.Snowflakes.Mint().Text();
        return command;
    }
}
