using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Rest;

/// <summary>Responses to interactions, and the webhook that each interaction's token opens.</summary>
internal sealed class InteractionRoutes(World world, InteractionDesk desk, InteractionResponder responder, MessageBoard board, FaultDesk faults)
{
    private const string Webhook = "/webhooks/{application}/{token}";

    public void Register(RouteTable table)
    {
        table.Add("POST", "/interactions/{interaction}/{token}/callback", Access.Open, responder.Respond);
        table.Add("POST", Webhook, Access.Open, FollowUp);
        table.Add("GET", $"{Webhook}/messages/@original", Access.Open, call => Answer.Ok(Original(call).Body.DeepClone()));
        table.Add("PATCH", $"{Webhook}/messages/@original", Access.Open, call => Edit(call, Original(call)));
        table.Add("DELETE", $"{Webhook}/messages/@original", Access.Open, call => Delete(Original(call)));
        table.Add("GET", $"{Webhook}/messages/{{message}}", Access.Open, call => Answer.Ok(Find(call).Body.DeepClone()));
        table.Add("PATCH", $"{Webhook}/messages/{{message}}", Access.Open, call => Edit(call, Find(call)));
        table.Add("DELETE", $"{Webhook}/messages/{{message}}", Access.Open, call => Delete(Find(call)));
    }

    private Interaction Enter(ApiCall call)
    {
        if (call.Id("application") != world.ApplicationId) throw Refusal.UnknownWebhook();
        Interaction interaction = desk.FindAnswered(call.Text("token"));
        if (faults.Strike(FaultKind.ExpireToken) is null) return interaction;
        desk.Expire(interaction);
        throw Refusal.InvalidWebhookToken();
    }

    private Message Original(ApiCall call) =>
        Enter(call).Original is { Deleted: false } message ? message : throw Refusal.UnknownMessage();

    private Message Find(ApiCall call)
    {
        Interaction interaction = Enter(call);
        ulong id = call.Id("message");
        Message? message = interaction.Original?.Id == id ? interaction.Original : interaction.FollowUps.Find(candidate => candidate.Id == id);
        return message is { Deleted: false } ? message : throw Refusal.UnknownMessage();
    }

    private Answer FollowUp(ApiCall call)
    {
        Interaction interaction = Enter(call);
        JsonObject form = call.Form;
        Check(form);
        if (MessageRules.IsEmpty(form, call.Files.Count)) throw Refusal.EmptyMessage();
        if (interaction.Original is { Deleted: false } loading && (loading.Flags & Message.LoadingFlag) != 0)
        {
            // Right after a deferred response Discord fills that one in, whatever the flags say.
            board.Edit(loading, form, call.Files);
            return Answer.Ok(loading.Body.DeepClone());
        }

        int flags = (int)(form.Integer("flags") ?? 0);
        Message message = board.Post(new MessageDraft(interaction.Room, world.ApplicationId, form)
        {
            Type = interaction.Original is null ? 0 : 19,
            Flags = flags,
            Files = call.Files,
            Reader = (flags & Message.EphemeralFlag) != 0 ? interaction.Member.Id : null,
            Metadata = InteractionJson.Metadata(world, interaction, followUp: true),
            ReplyTo = interaction.Original is { Deleted: false } original ? original : null,
            ByWebhook = true,
        });
        interaction.FollowUps.Add(message);
        return Answer.Ok(message.Body.DeepClone());
    }

    private Answer Edit(ApiCall call, Message message)
    {
        Check(call.Form);
        ChannelRoutes.RefuseEmptied(message, call.Form, call.Files.Count);
        board.Edit(message, call.Form, call.Files);
        return Answer.Ok(message.Body.DeepClone());
    }

    private Answer Delete(Message message)
    {
        board.Delete(message);
        return Answer.NoContent;
    }

    private static void Check(JsonObject form)
    {
        var errors = new FormErrors();
        MessageRules.Check(errors, form, "");
        errors.Throw();
    }
}
