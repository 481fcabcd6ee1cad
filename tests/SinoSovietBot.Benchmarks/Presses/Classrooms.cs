using System.Text.Json;
using SinoSovietBot.Playground;
using SinoSovietBot.Playground.Driving;
using SinoSovietBot.Playground.Worlds;

namespace SinoSovietBot.Benchmarks.Presses;

/// <summary>Channels with an open round each, and the members who press in them.</summary>
internal sealed class Classrooms(PlaygroundServer server)
{
    public const int Channels = 20;
    public const int MembersPerChannel = 10;
    private const int RoundSeconds = 240;

    private readonly Driver driver = server.Driver;
    private int built;

    /// <summary>Everyone who can press, each with the buttons of the round in their channel.</summary>
    public List<Presser> Pressers { get; } = [];

    /// <summary>
    /// Asks until the bot answers. Its first answer is measured elsewhere, and comes too late on a machine that is busy with other things.
    /// </summary>
    public async Task FirstAnswerAsync()
    {
        ulong teacher;
        ulong room;
        lock (server.World.Gate)
        {
            teacher = server.World.Members.First(member => member.Teacher).Id;
            room = server.World.SchoolRooms.First().Id;
        }

        bool accepted = false;
        while (!accepted)
            accepted = (await driver.RunCommandAsync(teacher, room, "quiz status")).Accepted;
    }

    /// <summary>Makes new channels with new members, and opens a round of 240 s in each. Afterwards nothing is recorded.</summary>
    public async Task OpenAsync(int channels = Channels)
    {
        driver.Recording = true;
        Pressers.Clear();
        ulong teacher;
        lock (server.World.Gate)
            teacher = server.World.Members.First(member => member.Teacher).Id;
        var opening = Enumerable.Range(0, channels).Select(_ => OpenOneAsync(teacher));
        foreach (var channel in await Task.WhenAll(opening))
            Pressers.AddRange(channel);
        driver.Recording = false;
    }

    private async Task<IEnumerable<Presser>> OpenOneAsync(ulong teacher)
    {
        int number = Interlocked.Increment(ref built);
        var room = AddRoom(number);
        var messages = driver.Subscribe(out var subscription);
        using (subscription)
        {
            var opened = await driver.RunCommandAsync(
                teacher, room.Id, "quiz start", ("deck", "sino-soviet-relations"), ("questions", 1), ("type", "choice"), ("time", RoundSeconds));
            if (!opened.Accepted || opened.Text?.StartsWith("The lobby is open", StringComparison.Ordinal) != true)
                throw new InvalidOperationException($"No quiz was opened: {opened.Text ?? "no answer"}");
            ulong lobby = await MessageAsync(messages, room.Id, "Join");
            // Somebody who joins and never answers keeps the round from closing early.
            ulong sleeper = driver.AddMember($"Sleeper {number}", teacher: false);
            var lobbyButtons = driver.Buttons(room.Id, lobby);
            await driver.PressAsync(sleeper, room.Id, lobby, lobbyButtons[0]);
            await driver.PressAsync(teacher, room.Id, lobby, lobbyButtons[2]);
            ulong round = await MessageAsync(messages, room.Id, "A ");
            var buttons = driver.Buttons(room.Id, round);
            return [.. Enumerable.Range(0, MembersPerChannel)
                .Select(index => new Presser(driver, driver.AddMember($"Member {number}.{index}", teacher: false), room.Id, round, buttons))];
        }
    }

    /// <summary>Somebody who can press in the next round that is posted, in whatever channel.</summary>
    public async Task<Presser> NextReopenedAsync(System.Threading.Channels.ChannelReader<SeenEvent> events)
    {
        var (channel, round) = await AnyMessageAsync(events, null, "A ");
        return new Presser(driver, driver.AddMember("Early bird", teacher: false), channel, round, driver.Buttons(channel, round));
    }

    /// <summary>The next message in a channel whose first button's label begins so.</summary>
    private static async Task<ulong> MessageAsync(System.Threading.Channels.ChannelReader<SeenEvent> events, ulong channel, string label) =>
        (await AnyMessageAsync(events, channel, label)).Message;

    private static async Task<(ulong Channel, ulong Message)> AnyMessageAsync(
        System.Threading.Channels.ChannelReader<SeenEvent> events, ulong? channel, string label)
    {
        await foreach (var seen in events.ReadAllAsync())
        {
            if (seen.Name != "MESSAGE_CREATE")
                continue;
            using var json = JsonDocument.Parse(seen.Data);
            var message = json.RootElement;
            ulong where = Id(message, "channel_id");
            if ((channel ?? where) == where
                && message.TryGetProperty("components", out var rows) && rows.GetArrayLength() > 0
                && rows[0].GetProperty("components")[0].GetProperty("label").GetString()!.StartsWith(label, StringComparison.Ordinal))
            {
                return (where, Id(message, "id"));
            }
        }

        throw new InvalidOperationException($"No message with a button '{label}' came.");
    }

    private static ulong Id(JsonElement message, string field) =>
        ulong.Parse(message.GetProperty(field).GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private Room AddRoom(int number)
    {
        lock (server.World.Gate)
        {
            var room = new Room { Id = server.World.Snowflakes.Mint(), Name = $"bench-{number}", Position = 100 + number };
            server.World.Rooms.Add(room);
            return room;
        }
    }
}

/// <summary>A member who presses one option after another, so that every press is an answer to store.</summary>
internal sealed class Presser(Driver driver, ulong member, ulong channel, ulong message, IReadOnlyList<string> buttons)
{
    private int next;

    public Task<PressResult> PressAsync() => driver.PressAsync(member, channel, message, buttons[next++ % buttons.Count]);
}
