using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Driving;

/// <summary>
/// The parts of a press's payload that repeat, as UTF-8: who presses where, the message, the button. A press only puts them together. Thread-safe.
/// </summary>
internal sealed class PressParts(World world)
{
    private const int MaxMessages = 256;
    private readonly ConcurrentDictionary<(ulong Member, ulong Room), byte[]> _people = new();
    private readonly ConcurrentDictionary<ulong, MessageParts> _messages = new();

    /// <summary>The parts for one press, or null when there is no such button to press.</summary>
    public (byte[] Person, byte[] Button, byte[] Message)? Find(ulong member, ulong room, ulong message, string customId)
    {
        if (!_messages.TryGetValue(message, out MessageParts? parts) || parts.IsStale)
        {
            if (_messages.Count >= MaxMessages) _messages.Clear();
            lock (world.Gate)
            {
                if (world.FindMessage(room, message) is not { } found) return null;
                parts = new MessageParts(found);
            }

            _messages[message] = parts;
        }

        if (!parts.Buttons.TryGetValue(customId, out byte[]? button)) return null;
        if (!_people.TryGetValue((member, room), out byte[]? person))
        {
            lock (world.Gate)
            {
                if (world.FindMember(member) is not { Left: false } who || world.FindRoom(room) is not { } where) return null;
                person = _people[(member, room)] = Describe(who, where);
            }
        }

        return (person, button, parts.Body);
    }

    /// <summary>All of a payload that depends on the member and the channel, without the outer braces.</summary>
    private byte[] Describe(Member member, Room room)
    {
        var sample = new Interaction { Id = 0, Token = "", Kind = InteractionKind.Component, Member = member, Room = room, StartedAt = 0 };
        JsonObject payload = InteractionJson.Payload(world, sample, []);
        foreach (string varying in (string[])["id", "token", "data"]) payload.Remove(varying);
        byte[] bytes = Json.Bytes(payload);
        return bytes[1..^1];
    }

    private sealed class MessageParts
    {
        private readonly Message _message;
        private readonly int _version;

        public MessageParts(Message message)
        {
            _message = message;
            _version = message.Version;
            Body = Json.Bytes(message.Body);
            Buttons = InteractionStarter.Components(message)
                .Where(component => component.Integer("type") == 2 && component.Flag("disabled") != true && component.Text("custom_id") is not null)
                .ToDictionary(component => component.Text("custom_id")!, component => Json.Bytes(new JsonObject
                {
                    ["component_type"] = 2,
                    ["custom_id"] = component.Text("custom_id"),
                    ["id"] = component.Integer("id"),
                }), StringComparer.Ordinal);
        }

        public byte[] Body { get; }

        public Dictionary<string, byte[]> Buttons { get; }

        public bool IsStale => _message.Deleted || _message.Version != _version;
    }
}
