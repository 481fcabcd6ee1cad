using System.Text.Json;
using SinoSovietBot.EndToEnd.Conformance;
using SinoSovietBot.EndToEnd.Security;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// A school of its own for the tests of one class: a playground, the bot as a process beside it, a teacher, and as many students as are asked for.
/// </summary>
public class Classroom : IAsyncLifetime
{
    internal const string DeckId = "sino-soviet-relations";

    /// <summary>View Channel, Send Messages, Embed Links, Attach Files, Read Message History.</summary>
    internal const ulong AllThatAQuizNeeds = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16);

    private readonly TemporaryFolder _data = new("bot");
    private readonly List<ScriptedMember> _members = [];
    private IReadOnlyList<ScriptedMember> _same = [];
    private PlaygroundProcess? _playground;
    private BotProcess? _bot;
    private Mentions? _mentions;
    private ScriptedMember? _teacher;
    private DeckKey? _key;
    private int _database = 1;

    internal PlaygroundProcess Playground => _playground!;

    internal BotProcess Bot => _bot!;

    internal ScriptedMember Teacher => _teacher!;

    internal string DatabasePath => _data.File($"bot{_database}.db");

    /// <summary>How often the gateway wants a sign of life; null is as rarely as Discord does.</summary>
    private protected virtual TimeSpan? Heartbeat => null;

    /// <summary>A folder of decks in the place of those beside the program.</summary>
    private protected virtual string? DecksPath => null;

    private protected virtual void CleanUp()
    {
    }

    internal string Channel(int number) => Playground.World.Channels[number].Id;

    public async ValueTask InitializeAsync()
    {
        _playground = await PlaygroundProcess.StartAsync(heartbeat: Heartbeat);
        _mentions = new Mentions(_playground);
        // Only the first channel promises all rights; scenarios use several.
        foreach (var channel in _playground.World.Channels)
            await _playground.SetBotPermissionsAsync(channel.Id, AllThatAQuizNeeds);
        _teacher = await ConnectAsync(await _playground.AddMemberAsync("Ms Patel", teacher: true));
        await StartBotAsync();
    }

    /// <summary>Starts the bot, for the first time or again on the same database, and waits until it answers.</summary>
    internal async Task StartBotAsync()
    {
        await StartBotWithoutWaitingAsync();
        await Bot.UntilItAnswersAsync(Teacher, Channel(0));
    }

    /// <summary>Starts the bot again and leaves the waiting to the test.</summary>
    internal async Task StartBotWithoutWaitingAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        _bot = BotProcess.Start(BotSettings.In(Playground, DatabasePath) with { DecksPath = DecksPath });
    }

    /// <summary>The next start of the bot finds an empty database.</summary>
    internal void TakeNewDatabase() => _database++;

    /// <summary>Logs a member in; they go when the tests of the class are over.</summary>
    internal async Task<ScriptedMember> ConnectAsync(WorldMember member)
    {
        var connected = await ScriptedMember.ConnectAsync(Playground, member);
        lock (_members)
            _members.Add(connected);
        return connected;
    }

    /// <summary>New students with names of their own, connected.</summary>
    internal async Task<IReadOnlyList<ScriptedMember>> StudentsAsync(int count)
    {
        var first = _members.Count;
        return await Task.WhenAll(Enumerable.Range(first, count).Select(async number =>
            await ConnectAsync(await Playground.AddMemberAsync($"Student {number:D2}"))));
    }

    /// <summary>The same students for every test of the class.</summary>
    internal async Task<IReadOnlyList<ScriptedMember>> SameStudentsAsync(int count)
    {
        if (_same.Count < count)
            _same = [.. _same, .. await StudentsAsync(count - _same.Count)];
        return [.. _same.Take(count)];
    }

    /// <summary>The answers to the deck, asked of the program once.</summary>
    internal async Task<DeckKey> KeyAsync() => _key ??= await DeckKey.ExportAsync(DeckId, _data.Path);

    /// <summary>What crossed the line between the bot and the playground: <c>request</c>, <c>response</c>, <c>event</c> or <c>command</c>.</summary>
    internal async Task<IReadOnlyList<JsonElement>> RecordAsync(string direction) =>
        [.. (await Playground.GetAsync("/playground/record")).EnumerateArray()
            .Where(entry => entry.GetProperty("direction").GetString() == direction)];

    internal SqliteProbe OpenDatabase() => new(DatabasePath);

    /// <summary>Copies the database with the program's own verb, while the bot runs, and opens the copy.</summary>
    internal async Task<SqliteProbe> OpenBackupAsync()
    {
        var copy = _data.File("copy.db");
        var (exitCode, _, errors) = await BotProcess.RunVerbAsync(_data.Path, ["backup", copy], DatabasePath);
        Assert.True(exitCode == 0, errors);
        return new SqliteProbe(copy);
    }

    /// <summary>Stops the quizzes that a failed test left behind, so that it does not fail the next one as well.</summary>
    internal async Task ClearChannelsAsync()
    {
        await Playground.ClearFaultsAsync();
        foreach (var channel in Playground.World.Channels.TakeWhile(_ => !Bot.HasExited))
        {
            var asked = await Teacher.RunCommandAsync("quiz stop", channel.Id);
            if (asked.Succeeded && await asked.ReplyAsync() is { Buttons.Count: > 0 } question)
                await Teacher.PressAsync(question, "End");
        }
    }

    /// <summary>
    /// Fails when a request of the bot might ping somebody, when the bot or the playground departed from Discord's description, or when the bot sent
    /// nothing at all.
    /// </summary>
    internal async Task CheckTrafficAsync()
    {
        Assert.Empty(await _mentions!.FaultsAsync());
        Assert.NotEqual(0, _mentions.Checked);
        await Playground.CheckTrafficAsync();
        Assert.True(DiscordDescription.OrNull is null || Playground.Traffic.Checked > 0, "The bot has sent no request that could be looked at.");
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore();
        GC.SuppressFinalize(this);
    }

    private async ValueTask DisposeAsyncCore()
    {
        foreach (var member in _members)
            await member.DisposeAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
        if (_playground is not null)
            await _playground.DisposeAsync();
        _data.Dispose();
        CleanUp();
    }
}
