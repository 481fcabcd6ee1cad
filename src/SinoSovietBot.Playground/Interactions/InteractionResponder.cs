using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>What the bot's first responses do. Called under the world's gate.</summary>
internal sealed class InteractionResponder(World world, InteractionDesk desk, MessageBoard board, FaultDesk faults)
{
    /// <summary>POST /interactions/{id}/{token}/callback.</summary>
    public Answer Respond(ApiCall call)
    {
        Interaction interaction = desk.FindWaiting(call.Id("interaction"), call.Text("token"));
        if (faults.Strike(FaultKind.ExpireToken) is not null)
        {
            desk.Expire(interaction);
            throw Refusal.UnknownInteraction();
        }

        var errors = new FormErrors();
        JsonObject form = call.Form;
        int callback = CheckKind(errors, form, interaction);
        JsonObject? data = errors.Child(form, "", "data");
        errors.Throw();
        Message? message = callback switch
        {
            CallbackKind.Message => Reply(interaction, data ?? [], call.Files),
            CallbackKind.DeferMessage => Defer(interaction, data),
            CallbackKind.DeferUpdate => interaction.Source,
            CallbackKind.Update => Update(interaction, data ?? [], call.Files),
            CallbackKind.Choices => Suggest(interaction, data ?? []),
            _ => Open(interaction, data ?? []),
        };
        desk.Acknowledge(interaction, callback, data, message);
        return call.QueryFlag("with_response") ? Answer.Ok(Describe(interaction, callback, message)) : Answer.NoContent;
    }

    private static int CheckKind(FormErrors errors, JsonObject form, Interaction interaction)
    {
        bool hasSource = interaction.Source is not null;
        int[] allowed = interaction.Kind switch
        {
            InteractionKind.Autocomplete => [CallbackKind.Choices],
            InteractionKind.Command => [CallbackKind.Message, CallbackKind.DeferMessage, CallbackKind.Modal],
            InteractionKind.Component =>
                [CallbackKind.Message, CallbackKind.DeferMessage, CallbackKind.DeferUpdate, CallbackKind.Update, CallbackKind.Modal],
            _ => hasSource
                ? [CallbackKind.Message, CallbackKind.DeferMessage, CallbackKind.DeferUpdate, CallbackKind.Update]
                : [CallbackKind.Message, CallbackKind.DeferMessage],
        };
        long? type = errors.Integer(form, "", "type", 1, 12, required: true);
        if (type is { } given && !errors.Any && !allowed.Contains((int)given)) errors.Choices("type", string.Join(", ", allowed));
        return (int)(type ?? 0);
    }

    private Message Reply(Interaction interaction, JsonObject data, IReadOnlyList<Upload> files)
    {
        Check(data);
        if (MessageRules.IsEmpty(data, files.Count)) throw Refusal.EmptyMessage();
        return Post(interaction, data, files, (int)(data.Integer("flags") ?? 0));
    }

    private Message Defer(Interaction interaction, JsonObject? data)
    {
        int ephemeral = (int)(data?.Integer("flags") ?? 0) & Message.EphemeralFlag;
        return Post(interaction, [], [], ephemeral | Message.LoadingFlag);
    }

    private Message Post(Interaction interaction, JsonObject data, IReadOnlyList<Upload> files, int flags)
    {
        bool answersMessage = interaction.Source is not null;
        return board.Post(new MessageDraft(interaction.Room, world.ApplicationId, data)
        {
            Type = answersMessage ? 19 : 20,
            Flags = flags,
            Files = files,
            Reader = (flags & Message.EphemeralFlag) != 0 ? interaction.Member.Id : null,
            Nonce = interaction.Nonce,
            Metadata = InteractionJson.Metadata(world, interaction, followUp: false),
            Command = InteractionJson.Command(interaction),
            ReplyTo = interaction.Source,
            ByWebhook = true,
        });
    }

    private Message Update(Interaction interaction, JsonObject data, IReadOnlyList<Upload> files)
    {
        Check(data);
        Message source = interaction.Source!;
        if (source.Deleted) throw Refusal.UnknownMessage();
        board.Edit(source, data, files);
        return source;
    }

    private Message? Suggest(Interaction interaction, JsonObject data)
    {
        var errors = new FormErrors();
        foreach ((JsonObject choice, string at) in errors.List(data, "data", "choices", max: 25, required: true))
        {
            errors.Text(choice, at, "name", 100, min: 1, required: true);
            if (choice["value"] is null) errors.Required($"{at}.value");
            else if (choice.Text("value") is { } text) errors.Length($"{at}.value", text.Length, 1, 100);
        }

        errors.Throw();
        desk.Tell(interaction, "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", new JsonObject
        {
            ["nonce"] = interaction.Nonce?.DeepClone(),
            ["choices"] = data["choices"]?.DeepClone() ?? new JsonArray(),
        });
        return null;
    }

    private Message? Open(Interaction interaction, JsonObject data)
    {
        var errors = new FormErrors();
        FormRules.CheckModal(errors, data, "data");
        errors.Throw();
        JsonArray components = ComponentWriter.Write(data);
        interaction.Form = data.DeepClone().AsObject();
        interaction.Form["components"] = components;
        desk.Tell(interaction, "INTERACTION_MODAL_CREATE", new JsonObject
        {
            ["id"] = interaction.Id.Text(),
            ["nonce"] = interaction.Nonce?.DeepClone(),
            ["channel_id"] = interaction.Room.Id.Text(),
            ["application"] = new JsonObject
            {
                ["id"] = world.ApplicationId.Text(),
                ["name"] = world.BotName,
                ["bot"] = WorldJson.BotUser(world),
            },
            ["title"] = data.Text("title"),
            ["custom_id"] = data.Text("custom_id"),
            ["components"] = components.DeepClone(),
        });
        return null;
    }

    private static void Check(JsonObject data)
    {
        var errors = new FormErrors();
        MessageRules.Check(errors, data, "data");
        errors.Throw();
    }

    private static JsonObject Describe(Interaction interaction, int callback, Message? message)
    {
        var described = new JsonObject { ["id"] = interaction.Id.Text(), ["type"] = interaction.Kind };
        var answer = new JsonObject { ["interaction"] = described };
        if (message is null) return answer;
        described["response_message_id"] = message.Id.Text();
        described["response_message_loading"] = (message.Flags & Message.LoadingFlag) != 0;
        described["response_message_ephemeral"] = message.Reader is not null;
        // A deferred response has made nothing to show yet.
        if (callback is CallbackKind.Message or CallbackKind.Update)
            answer["resource"] = new JsonObject { ["type"] = callback, ["message"] = message.Body.DeepClone() };
        return answer;
    }
}
