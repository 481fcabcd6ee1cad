using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A playground as a process of its own, and the calls that shape its world.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Announcement = "Playground: ";

    private readonly ChildProcess _process;
    private readonly TemporaryFolder _data;

    private PlaygroundProcess(ChildProcess process, TemporaryFolder data, HttpClient http, World world)
    {
        (_process, _data, Http, World) = (process, data, http, world);
        Traffic = new Traffic(this);
    }

    /// <summary>All that passes between it, the bot and members' clients.</summary>
    public Traffic Traffic { get; }

    public HttpClient Http { get; }

    /// <summary>The world as it was at the start.</summary>
    public World World { get; }

    /// <summary>The first channel: the bot has every right in it.</summary>
    public string FirstChannel => World.Channels[0].Id;

    /// <summary>What the playground printed, for a failure message.</summary>
    public string Story => _process.Story;

    /// <summary>Where the bot inside keeps its data.</summary>
    public string BotDatabasePath => _data.File("bot.db");

    /// <summary>Starts a playground with an empty world on a free port.</summary>
    /// <param name="withBot">With the bot inside.</param>
    /// <param name="heartbeat">How often the gateway wants a sign of life; as rarely as Discord when left out.</param>
    public static async Task<PlaygroundProcess> StartAsync(bool withBot = false, TimeSpan? heartbeat = null)
    {
        var data = new TemporaryFolder("playground");
        string[] arguments = ["--port", "0", "--data", data.Path, .. withBot ? Array.Empty<string>() : ["--no-bot"]];
        if (heartbeat is { } interval)
            arguments = [.. arguments, "--heartbeat", interval.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)];
        var start = BuiltProgram.Start("SinoSovietBot.Playground", arguments);
        start.WorkingDirectory = data.Path;
        if (withBot)
            start.Environment["Quiz__RevealSeconds"] = "0";
        var process = ChildProcess.Start(start);
        try
        {
            var line = await process.LineAsync(line => line.StartsWith(Announcement, StringComparison.Ordinal));
            var http = new HttpClient { BaseAddress = new Uri(line[Announcement.Length..].Trim()) };
            var world = await http.GetFromJsonAsync<World>("/playground/world", Patience.TestCancellation);
            return new PlaygroundProcess(process, data, http, world!);
        }
        catch
        {
            await process.DisposeAsync();
            data.Dispose();
            throw;
        }
    }

    public async Task<WorldMember> AddMemberAsync(string name, bool teacher = false)
    {
        using var response = await Http.PostAsJsonAsync("/playground/members", new { name, teacher }, Patience.TestCancellation);
        return (await ReadAsync(response)).Deserialize<WorldMember>()!;
    }

    public Task RemoveMemberAsync(string member) => SendAsync(HttpMethod.Delete, $"/playground/members/{member}");

    /// <summary>Sets what the bot may do in a channel.</summary>
    public Task SetBotPermissionsAsync(string channel, ulong permissions) =>
        SendAsync(
            HttpMethod.Patch, $"/playground/channels/{channel}", new { bot_permissions = permissions.ToString(CultureInfo.InvariantCulture) });

    public Task DeleteChannelAsync(string channel) => SendAsync(HttpMethod.Delete, $"/playground/channels/{channel}");

    public Task DeleteMessageAsync(ChatMessage message) =>
        SendAsync(HttpMethod.Delete, $"/playground/channels/{message.ChannelId}/messages/{message.Id}");

    /// <summary>Makes something go wrong for the bot; the fields are those of DESIGN's <c>POST /playground/faults</c>.</summary>
    public Task AddFaultAsync(object fault) => SendAsync(HttpMethod.Post, "/playground/faults", fault);

    public Task ClearFaultsAsync() => SendAsync(HttpMethod.Delete, "/playground/faults");

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), Patience.TestCancellation);
        return await ReadAsync(response);
    }

    /// <summary>
    /// Fails when the bot or the playground departed from Discord's description since the last call. Where the description is absent, the test
    /// carries a warning instead.
    /// </summary>
    public async Task CheckTrafficAsync()
    {
        if (Inspector.OrNull is not { } inspector)
        {
            if (TestContext.Current.Test is not null)
                TestContext.Current.AddWarning(DiscordDescription.AbsenceMessage);
            return;
        }

        var faults = await Traffic.FaultsAsync(inspector);
        Assert.True(faults.Count == 0, $"Bot and playground do not speak as Discord describes it:\n{string.Join('\n', faults.Take(10))}");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A playground that a test has broken cannot be asked any more, and the test says why.
            if (!_process.HasExited)
                await CheckTrafficAsync();
        }
        finally
        {
            Http.Dispose();
            await _process.DisposeAsync();
            _data.Dispose();
        }
    }

    private async Task SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request, Patience.TestCancellation);
        await ReadAsync(response);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Patience.TestCancellation);
        if (!response.IsSuccessStatusCode)
        {
            var request = response.RequestMessage!;
            throw new HttpRequestException($"{request.Method} {request.RequestUri} gave {(int)response.StatusCode}: {text}");
        }

        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
