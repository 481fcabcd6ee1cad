using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Makes, changes and removes messages, keeps them, and tells everybody who reads them. Called under the world's gate.</summary>
internal sealed class MessageBoard(World world, MessageWriter writer, WorldStore? store, GatewayHub hub)
{
    /// <summary>How long Discord remembers a nonce that is to be enforced: "the past few minutes".</summary>
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);

    public MessageWriter Writer { get; } = writer;

    public Message Post(MessageDraft draft)
    {
        Message message = Writer.Write(draft);
        draft.Room.Messages.Add(message);
        store?.Put(message);
        Announce("MESSAGE_CREATE", message, Full(message));
        return message;
    }

    public void Edit(Message message, JsonObject request, IReadOnlyList<Upload> files)
    {
        Writer.Edit(message, request, files);
        store?.Put(message);
        Announce("MESSAGE_UPDATE", message, Full(message));
    }

    public void Delete(Message message)
    {
        if (message.Deleted) return;
        message.Deleted = true;
        world.FindRoom(message.Channel)?.Messages.Remove(message);
        store?.Remove(message);
        var data = new JsonObject { ["id"] = message.Id.Text(), ["channel_id"] = message.Channel.Text() };
        if (world.FindRoom(message.Channel) is { IsDirect: false }) data["guild_id"] = world.GuildId.Text();
        Announce("MESSAGE_DELETE", message, data);
    }

    /// <summary>The message that an author posted with this nonce in the past minutes, or null.</summary>
    public Message? FindNonce(ulong author, string nonce)
    {
        DateTimeOffset oldest = world.Snowflakes.Now - NonceMemory;
        foreach (Room room in world.Rooms)
        {
            for (int index = room.Messages.Count - 1; index >= 0; index--)
            {
                Message message = room.Messages[index];
                if (Snowflakes.MomentOf(message.Id) < oldest) break;
                if (message.Author == author && message.Body["nonce"]?.ToString() == nonce && message.Body["interaction_metadata"] is null)
                    return message;
            }
        }

        return null;
    }

    private JsonObject Full(Message message)
    {
        JsonObject data = message.Body.DeepClone().AsObject();
        bool inSchool = world.FindRoom(message.Channel) is { IsDirect: false };
        data["channel_type"] = inSchool ? 0 : 1;
        // Discord leaves the server out of ephemeral messages, and the member also out of those that came by a webhook.
        if (!inSchool || message.Reader is not null) return data;
        data["guild_id"] = world.GuildId.Text();
        if (data["webhook_id"] is null && WorldJson.MemberOf(world, message.Author, withUser: false) is { } member) data["member"] = member;
        return data;
    }

    private void Announce(string name, Message message, JsonObject data)
    {
        if (message.Reader is { } reader)
        {
            hub.ToMember(reader, name, data);
            return;
        }

        Room? room = world.FindRoom(message.Channel);
        if (room is null) return;
        hub.ToMembers(room, name, data);
        if (!room.IsDirect && !world.BotPermissions(room).Has(PermissionBits.ViewChannel)) return;
        int intent = room.IsDirect ? Intents.DirectMessages : Intents.GuildMessages;
        // Nobody was granted the content intent, so the bot reads only its own words, direct messages and what mentions it.
        bool readable = room.IsDirect || message.Author == world.ApplicationId
            || message.Body.Objects("mentions").Any(user => user.Id("id") == world.ApplicationId);
        if (!readable && name != "MESSAGE_DELETE")
        {
            data = data.DeepClone().AsObject();
            data["content"] = "";
            foreach (string list in (string[])["embeds", "attachments", "components"]) data[list] = new JsonArray();
        }

        hub.ToBot(name, data, intent);
    }
}
