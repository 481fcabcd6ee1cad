using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Rest;

/// <summary>Channels and their messages, for the bot and for members.</summary>
internal sealed class ChannelRoutes(World world, MessageBoard board, GatewayHub hub, WorldStore? store)
{
    private const int MaxListed = 100;
    private const int DefaultListed = 50;

    public void Register(RouteTable table)
    {
        table.Add("GET", "/channels/{channel}", Access.BotOrMember, GetChannel);
        table.Add("GET", "/channels/{channel}/messages", Access.BotOrMember, List);
        table.Add("POST", "/channels/{channel}/messages", Access.BotOrMember, Post);
        table.Add("GET", "/channels/{channel}/messages/{message}", Access.BotOrMember, GetMessage);
        table.Add("PATCH", "/channels/{channel}/messages/{message}", Access.BotOrMember, Edit);
        table.Add("DELETE", "/channels/{channel}/messages/{message}", Access.BotOrMember, Delete);
        table.Add("POST", "/channels/{channel}/typing", Access.BotOrMember, Type);
        table.Add("POST", "/users/@me/channels", Access.BotOrMember, OpenDirect);
    }

    /// <summary>The channel of the path, if the caller sees it.</summary>
    private Room Enter(ApiCall call)
    {
        Room room = world.FindRoom(call.Id("channel")) ?? throw Refusal.UnknownChannel();
        bool sees = call.Caller.Member is { } member ? World.CanSee(member, room) : world.BotPermissions(room).Has(PermissionBits.ViewChannel);
        return sees ? room : throw Refusal.MissingAccess();
    }

    private ulong Permissions(Caller caller, Room room) => caller.Member is { } member
        ? room.IsDirect ? PermissionBits.Everyone : member.Permissions
        : world.BotPermissions(room);

    /// <summary>The message of the path, if the caller sees it.</summary>
    private static Message Find(ApiCall call, Room room)
    {
        Message? message = room.Find(call.Id("message"));
        // An ephemeral message is not a message of the channel: its reader's client alone knows of it.
        return message is not null && (message.Reader is null || message.Reader == call.Caller.Member?.Id) ? message : throw Refusal.UnknownMessage();
    }

    private Answer GetChannel(ApiCall call)
    {
        Room room = Enter(call);
        bool memberInDirect = room.IsDirect && !call.Caller.IsBot;
        return Answer.Ok(memberInDirect ? SessionWords.DirectChannel(world, room) : WorldJson.Channel(world, room));
    }

    private Answer List(ApiCall call)
    {
        Room room = Enter(call);
        int limit = DefaultListed;
        if (call.Query("limit") is { } text && (!int.TryParse(text, out limit) || limit is < 1 or > MaxListed))
            throw Refusal.Form("limit", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {MaxListed}.");
        if (!Permissions(call.Caller, room).Has(PermissionBits.ReadMessageHistory)) return Answer.Ok(new JsonArray());
        ulong? reader = call.Caller.Member?.Id;
        IEnumerable<Message> visible = room.Messages.Where(message => message.Reader is null || message.Reader == reader);
        IEnumerable<Message> chosen;
        if (call.QueryId("after") is { } after)
        {
            chosen = visible.Where(message => message.Id > after).Take(limit).Reverse();
        }
        else if (call.QueryId("around") is { } around)
        {
            chosen = visible.OrderBy(message => message.Id > around ? message.Id - around : around - message.Id)
                .Take(limit).OrderByDescending(message => message.Id);
        }
        else
        {
            ulong before = call.QueryId("before") ?? ulong.MaxValue;
            chosen = visible.Where(message => message.Id < before).Reverse().Take(limit);
        }

        return Answer.Ok(Json.Array(chosen.Select(message => message.Body.DeepClone())));
    }

    private Answer GetMessage(ApiCall call) => Answer.Ok(Find(call, Enter(call)).Body.DeepClone());

    private Answer Post(ApiCall call)
    {
        Room room = Enter(call);
        JsonObject form = call.Form;
        var errors = new FormErrors();
        MessageRules.Check(errors, form, "");
        errors.Throw();
        CheckRights(call, room, form);
        if (MessageRules.IsEmpty(form, call.Files.Count)) throw Refusal.EmptyMessage();
        ulong author = call.Caller.Id(world);
        string? nonce = form["nonce"]?.ToString();
        if (nonce is not null && form.Flag("enforce_nonce") == true && board.FindNonce(author, nonce) is { } earlier)
            return Answer.Ok(earlier.Body.DeepClone());

        Message? target = null;
        if (form.Object("message_reference") is { } reference)
        {
            target = room.Find(reference.Id("message_id") ?? 0);
            if (target is null && (reference.Flag("fail_if_not_exists") ?? true))
                throw Refusal.Form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }

        const int settableByAll = (1 << 2) | (1 << 12) | (1 << 15);
        Message message = board.Post(new MessageDraft(room, author, form)
        {
            Type = target is null ? 0 : 19,
            Flags = (int)(form.Integer("flags") ?? 0) & settableByAll,
            Files = call.Files,
            Nonce = form["nonce"],
            ReplyTo = target,
        });
        return Answer.Ok(message.Body.DeepClone());
    }

    private void CheckRights(ApiCall call, Room room, JsonObject form)
    {
        if (room.IsDirect && call.Caller.IsBot)
        {
            Member? recipient = world.FindMember(room.DirectWith ?? 0);
            if (recipient is null or { DmsClosed: true } or { Left: true } || !world.BotInGuild) throw Refusal.CannotMessageUser();
            return;
        }

        ulong needed = PermissionBits.SendMessages;
        if (form.Objects("embeds").Any()) needed |= PermissionBits.EmbedLinks;
        if (call.Files.Count > 0) needed |= PermissionBits.AttachFiles;
        if (!Permissions(call.Caller, room).Has(needed)) throw Refusal.MissingPermissions();
        // Components and embeds come from apps only.
        if (!call.Caller.IsBot && (form.Objects("components").Any() || form.Objects("embeds").Any())) throw Refusal.OnlyBots();
    }

    private Answer Edit(ApiCall call)
    {
        Room room = Enter(call);
        Message message = Find(call, room);
        if (message.Author != call.Caller.Id(world)) throw Refusal.NotTheAuthor();
        var errors = new FormErrors();
        MessageRules.Check(errors, call.Form, "");
        errors.Throw();
        RefuseEmptied(message, call.Form, call.Files.Count);
        board.Edit(message, call.Form, call.Files);
        return Answer.Ok(message.Body.DeepClone());
    }

    /// <summary>Refuses an edit that would leave nothing to show.</summary>
    public static void RefuseEmptied(Message message, JsonObject changes, int files)
    {
        var result = new JsonObject();
        foreach (string name in (string[])["content", "embeds", "components", "attachments"])
            result[name] = (changes.ContainsKey(name) ? changes : message.Body)[name]?.DeepClone();
        if (MessageRules.IsEmpty(result, files)) throw Refusal.EmptyMessage();
    }

    private Answer Delete(ApiCall call)
    {
        Room room = Enter(call);
        Message message = Find(call, room);
        bool own = message.Author == call.Caller.Id(world);
        if (!own && (room.IsDirect || !Permissions(call.Caller, room).Has(PermissionBits.ManageMessages))) throw Refusal.MissingPermissions();
        board.Delete(message);
        return Answer.NoContent;
    }

    private Answer Type(ApiCall call)
    {
        Room room = Enter(call);
        if (!Permissions(call.Caller, room).Has(PermissionBits.SendMessages)) throw Refusal.MissingPermissions();
        ulong typist = call.Caller.Id(world);
        var data = new JsonObject
        {
            ["channel_id"] = room.Id.Text(),
            ["user_id"] = typist.Text(),
            ["timestamp"] = world.Snowflakes.Now.ToUnixTimeSeconds(),
        };
        if (!room.IsDirect)
        {
            data["guild_id"] = world.GuildId.Text();
            data["member"] = WorldJson.MemberOf(world, typist, withUser: true);
        }

        hub.ToMembers(room, "TYPING_START", data);
        return Answer.NoContent;
    }

    private Answer OpenDirect(ApiCall call)
    {
        JsonObject form = call.Form;
        // Discord's own client sends a list of recipients, apps a single one.
        string? named = form["recipient_id"]?.ToString() ?? (form["recipients"] as JsonArray)?.FirstOrDefault()?.ToString();
        if (named is null) throw Refusal.Form("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        if (!ulong.TryParse(named, out ulong recipient))
            throw Refusal.Form("recipient_id", "NUMBER_TYPE_COERCE", $"Value \"{named}\" is not snowflake.");
        Member member;
        if (call.Caller.Member is { } caller)
        {
            if (recipient != world.ApplicationId) throw Refusal.CannotMessageUser();
            member = caller;
        }
        else
        {
            member = world.FindMember(recipient) ?? throw new Refusal(400, 50033, "Invalid Recipient(s)");
        }

        Room room = world.OpenDirect(member, out bool made);
        if (made)
        {
            store?.Save(world);
            hub.ToMember(member.Id, "CHANNEL_CREATE", SessionWords.DirectChannel(world, room));
        }

        return Answer.Ok(call.Caller.IsBot ? WorldJson.Channel(world, room) : SessionWords.DirectChannel(world, room));
    }
}
