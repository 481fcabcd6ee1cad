using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>What members do: turns their clients' requests into interactions. Called under the world's gate.</summary>
internal sealed class InteractionStarter(World world, InteractionDesk desk, CommandBook commands, MessageWriter writer)
{
    /// <summary>POST /interactions. Refuses what Discord would not let through to the bot.</summary>
    public Interaction Start(Member member, JsonObject form, IReadOnlyList<Upload> files)
    {
        var errors = new FormErrors();
        int kind = (int)(errors.Integer(form, "", "type", 2, 5, required: true) ?? 0);
        if (form["application_id"] is null) errors.Required("application_id");
        if (form.Id("channel_id") is null) errors.Required("channel_id");
        if (form["nonce"]?.ToString().Length > 25) errors.Length("nonce", form["nonce"]!.ToString().Length, 0, 25);
        JsonObject data = errors.Child(form, "", "data", required: true) ?? [];
        errors.Throw();
        if (form.Id("application_id") != world.ApplicationId) throw Refusal.UnknownApplication();
        Room room = FindRoom(member, form);
        return kind switch
        {
            InteractionKind.Component => Press(member, room, form, data),
            InteractionKind.ModalSubmit => Submit(member, room, form, data),
            _ => Run(member, room, form, data, files, kind),
        };
    }

    /// <summary>All components of a message, however deep.</summary>
    public static IEnumerable<JsonObject> Components(Message message) => Flatten(message.Body["components"] as JsonArray);

    private Room FindRoom(Member member, JsonObject form)
    {
        if (world.FindRoom(form.Id("channel_id") ?? 0) is not { } room) throw Refusal.UnknownChannel();
        if (!World.CanSee(member, room)) throw Refusal.MissingAccess();
        ulong? guild = form.Id("guild_id");
        if (guild is not null && (room.IsDirect || guild != world.GuildId)) throw Refusal.UnknownGuild();
        // Without the bot in the school its messages and commands are dead there.
        if (!room.IsDirect && !world.BotInGuild) throw Refusal.UnknownApplication();
        return room;
    }

    private Interaction Begin(Member member, Room room, JsonObject form, JsonObject sent, Origin origin)
    {
        ulong id = world.Snowflakes.Mint();
        var interaction = new Interaction
        {
            Id = id,
            Token = Secrets.Interaction(id),
            Kind = origin.Kind,
            Member = member,
            Room = room,
            Nonce = form["nonce"]?.DeepClone(),
            SessionId = form.Text("session_id"),
            StartedAt = world.Snowflakes.Time.GetTimestamp(),
            CommandName = origin.Command,
            Source = origin.Source,
            OpenedBy = origin.OpenedBy,
        };
        desk.Start(interaction, sent);
        return interaction;
    }

    private Interaction Press(Member member, Room room, JsonObject form, JsonObject data)
    {
        Message? message = room.Find(form.Id("message_id") ?? 0);
        if (message is null || (message.Reader is { } reader && reader != member.Id)) throw Refusal.UnknownMessage();
        string? customId = data.Text("custom_id");
        JsonObject? component = Components(message).FirstOrDefault(candidate => candidate.Text("custom_id") == customId);
        if (customId is null || component is null || component.Flag("disabled") == true
            || (data.Integer("component_type") is { } type && type != component.Integer("type")))
            throw Refusal.Form("data", "COMPONENT_VALIDATION_FAILED", "Component validation failed");

        var sent = new JsonObject
        {
            ["component_type"] = component.Integer("type"),
            ["custom_id"] = customId,
            ["id"] = component.Integer("id"),
        };
        if (component.Integer("type") != 2) sent["values"] = CheckValues(component, data);
        return Begin(member, room, form, sent, new Origin(InteractionKind.Component, Source: message));
    }

    private static JsonArray CheckValues(JsonObject select, JsonObject data)
    {
        var errors = new FormErrors();
        string[] values = [.. (data["values"] as JsonArray)?.Select(value => value?.ToString() ?? "") ?? []];
        errors.Length("data.values", values.Length, (int)(select.Integer("min_values") ?? 1), (int)(select.Integer("max_values") ?? 1));
        if (select.Integer("type") == 3)
        {
            var allowed = select.Objects("options").Select(option => option.Text("value")).ToHashSet();
            if (values.Any(value => !allowed.Contains(value)) || values.Distinct().Count() != values.Length)
                errors.Add("data.values", "COMPONENT_VALIDATION_FAILED", "Component validation failed");
        }

        errors.Throw();
        return [.. values.Select(value => (JsonNode?)value)];
    }

    private Interaction Run(Member member, Room room, JsonObject form, JsonObject data, IReadOnlyList<Upload> files, int kind)
    {
        JsonObject command = commands.Find(data.Id("id") ?? 0) ?? throw Refusal.UnknownCommand();
        if (!commands.MayUse(member, room, command)) throw Refusal.MissingPermissions();
        var input = new CommandInput(world, room, writer, files, typing: kind == InteractionKind.Autocomplete);
        (JsonObject sent, string name) = input.Read(command, data);
        return Begin(member, room, form, sent, new Origin(kind, Command: name));
    }

    private Interaction Submit(Member member, Room room, JsonObject form, JsonObject data)
    {
        Interaction? opener = desk.FindForm(data.Id("id") ?? 0, member);
        if (opener?.Form is not { } shown || shown.Text("custom_id") != data.Text("custom_id"))
            throw Refusal.Form("data.id", "COMPONENT_VALIDATION_FAILED", "No such form is open");
        var errors = new FormErrors();
        FormRules.CheckSubmission(errors, shown, data, "data");
        errors.Throw();
        var sent = new JsonObject
        {
            ["custom_id"] = data.Text("custom_id"),
            ["components"] = FormRules.Submission(shown, data),
        };
        return Begin(member, room, form, sent, new Origin(InteractionKind.ModalSubmit, Source: opener.Source, OpenedBy: opener));
    }

    private static IEnumerable<JsonObject> Flatten(JsonArray? components)
    {
        foreach (JsonObject component in components?.OfType<JsonObject>() ?? [])
        {
            yield return component;
            foreach (JsonObject child in Flatten(component["components"] as JsonArray)) yield return child;
            if (component.Object("accessory") is { } accessory) yield return accessory;
        }
    }

    /// <summary>What an interaction comes from.</summary>
    private sealed record Origin(int Kind, string? Command = null, Message? Source = null, Interaction? OpenedBy = null);
}
