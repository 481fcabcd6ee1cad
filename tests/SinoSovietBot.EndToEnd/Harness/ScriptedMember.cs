using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// A member who acts as Discord's own client does: a gateway connection, and the same calls. Every wait ends with a sentence that says what was
/// seen instead.
/// </summary>
internal sealed class ScriptedMember : IAsyncDisposable
{
    private const int StringSelect = 3;

    private readonly PlaygroundProcess _playground;
    private readonly WorldMember _member;
    private readonly MemberGateway _gateway;
    private string? _direct;
    private long _nonces;

    private ScriptedMember(PlaygroundProcess playground, WorldMember member, MemberGateway gateway, MemberEvents events)
    {
        (_playground, _member, _gateway, Events) = (playground, member, gateway, events);
    }

    public string Id => _member.Id;

    public string Name => _member.Name;

    public MemberEvents Events { get; }

    public static async Task<ScriptedMember> ConnectAsync(PlaygroundProcess playground, WorldMember member)
    {
        var events = new MemberEvents(member.Name);
        playground.Traffic.Follow(events);
        var gateway = await MemberGateway.ConnectAsync(playground.World.Gateway, member.Token, events);
        return new ScriptedMember(playground, member, gateway, events);
    }

    /// <summary>The commands this member may use.</summary>
    public async Task<IReadOnlyList<JsonElement>> CommandsAsync()
    {
        var index = await GetAsync($"guilds/{_playground.World.GuildId}/application-command-index");
        return [.. index.GetProperty("application_commands").EnumerateArray()];
    }

    /// <summary>Runs a slash command.</summary>
    /// <param name="words">The command with its subcommand: <c>quiz start</c>.</param>
    /// <param name="channel">Where.</param>
    /// <param name="options">Values by option name: strings, whole numbers, true or false.</param>
    public async Task<SentInteraction> RunCommandAsync(string words, string channel, params (string Name, object Value)[] options)
    {
        var data = CommandData.Of(await CommandsAsync(), words, options, focused: null);
        return await InteractAsync(2, channel, data, message: null);
    }

    /// <summary>Runs a slash command that is to succeed, and waits for its answer.</summary>
    public async Task<ChatMessage> AskAsync(string words, string channel, params (string Name, object Value)[] options) =>
        await (await RunCommandAsync(words, channel, options)).Expected().ReplyAsync();

    /// <summary>Runs a slash command with a file for its option <c>file</c>.</summary>
    public async Task<SentInteraction> RunCommandAsync(
        string words, string channel, UploadedFile file, params (string Name, object Value)[] options)
    {
        // The value is the file's number among those that are sent with it.
        var data = CommandData.Of(await CommandsAsync(), words, [("file", "0"), .. options], focused: null);
        data["attachments"] = new JsonArray(new JsonObject { ["id"] = "0", ["filename"] = file.Name });
        return await InteractAsync(2, channel, data, message: null, file);
    }

    /// <summary>The channel in which this member and the bot write to each other privately.</summary>
    public async Task<string> DirectChannelAsync()
    {
        var body = new JsonObject { ["recipient_id"] = _playground.World.Bot.Id };
        using var response = await SendAsync(HttpMethod.Post, "users/@me/channels", JsonContent.Create(body));
        response.EnsureSuccessStatusCode();
        return _direct = (await response.Content.ReadFromJsonAsync<JsonElement>(Patience.TestCancellation)).GetProperty("id").GetString()!;
    }

    /// <summary>The bytes of a file that a message holds.</summary>
    public async Task<string> ReadFileAsync(ChatMessage message) =>
        await _playground.Http.GetStringAsync(
            message.Json.GetProperty("attachments").EnumerateArray().Single().GetProperty("url").GetString(), Patience.TestCancellation);

    /// <summary>What the bot suggests while an option is typed.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> SuggestAsync(
        string words, string channel, string option, string typed, params (string Name, object Value)[] others)
    {
        var data = CommandData.Of(await CommandsAsync(), words, [.. others, (option, typed)], focused: option);
        var mark = Events.Now;
        var nonce = NextNonce();
        using var response = await PostInteractionAsync(4, channel, data, message: null, nonce);
        response.EnsureSuccessStatusCode();
        var choices = await Events.WaitAsync<object>(mark, $"suggestions for '{typed}'", happened => happened switch
        {
            { Type: "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE" } when NonceOf(happened) == nonce => happened.Data.GetProperty("choices"),
            { Type: "INTERACTION_FAILURE" } when NonceOf(happened) == nonce => default(JsonElement),
            _ => null,
        });
        return choices is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(choice => (choice.GetProperty("name").GetString()!, choice.GetProperty("value").ToString()))]
            : throw new InvalidOperationException($"The bot gave no suggestions for '{typed}'.");
    }

    /// <summary>Presses a button, by its custom id, its label, or the beginning of its label.</summary>
    public Task<SentInteraction> PressAsync(ChatMessage message, string labelOrCustomId) =>
        PressIdAsync(message, message.Button(labelOrCustomId).CustomId);

    /// <summary>Presses a button whose answer takes the place of its message, and waits for that.</summary>
    public async Task<ChatMessage> TurnAsync(ChatMessage message, string labelOrCustomId) =>
        await (await PressAsync(message, labelOrCustomId)).Expected().ChangeAsync(message);

    /// <summary>Presses a button that this client still shows, wherever the message stands by now.</summary>
    public Task<SentInteraction> PressIdAsync(ChatMessage message, string customId) =>
        InteractAsync(3, message.ChannelId, new JsonObject { ["component_type"] = ChatButton.ComponentType, ["custom_id"] = customId }, message);

    /// <summary>Chooses a line of the menu of a message.</summary>
    public Task<SentInteraction> ChooseAsync(ChatMessage message, string value)
    {
        var menu = message.Json.GetProperty("components").EnumerateArray().SelectMany(row => row.GetProperty("components").EnumerateArray())
            .First(component => component.GetProperty("type").GetInt32() == StringSelect);
        var data = new JsonObject
        {
            ["component_type"] = StringSelect,
            ["custom_id"] = menu.GetProperty("custom_id").GetString(),
            ["values"] = new JsonArray(value),
        };
        return InteractAsync(3, message.ChannelId, data, message);
    }

    /// <summary>Sends a form in.</summary>
    /// <param name="form">As <see cref="SentInteraction.FormAsync"/> gave it.</param>
    /// <param name="values">Texts by the custom id of their field.</param>
    public Task<SentInteraction> SubmitAsync(JsonElement form, params (string CustomId, string Value)[] values)
    {
        var fields = values.Select(value => (JsonNode)new JsonObject
        {
            ["type"] = 18,
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = value.CustomId, ["value"] = value.Value },
        });
        var data = new JsonObject
        {
            ["id"] = form.GetProperty("id").GetString(),
            ["custom_id"] = form.GetProperty("custom_id").GetString(),
            ["components"] = new JsonArray([.. fields]),
        };
        return InteractAsync(5, form.GetProperty("channel_id").GetString()!, data, message: null);
    }

    /// <summary>Waits for a message to be posted or changed so that a predicate holds.</summary>
    /// <param name="isMeant">The predicate.</param>
    /// <param name="what">What is waited for, for the complaint.</param>
    /// <param name="mark">From where on, of <see cref="MemberEvents.Now"/>; the beginning when left out.</param>
    public Task<ChatMessage> WaitForMessageAsync(Func<ChatMessage, bool> isMeant, string what, int mark = 0) =>
        Events.WaitAsync(mark, what, happened => happened.Message is { } message && isMeant(message) ? message : null);

    /// <summary>The messages of a channel that everyone sees, newest first.</summary>
    public async Task<IReadOnlyList<ChatMessage>> MessagesAsync(string channel) =>
        [.. (await GetAsync($"channels/{channel}/messages?limit=100")).EnumerateArray().Select(message => new ChatMessage(message))];

    /// <summary>A message as it stands now.</summary>
    public async Task<ChatMessage> LookAsync(ChatMessage message) =>
        (await MessagesAsync(message.ChannelId)).First(other => other.Id == message.Id);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    private async Task<SentInteraction> InteractAsync(int type, string channel, JsonObject data, ChatMessage? message, UploadedFile? file = null)
    {
        var mark = Events.Now;
        var nonce = NextNonce();
        using var response = await PostInteractionAsync(type, channel, data, message, nonce, file);
        if (response.StatusCode != HttpStatusCode.NoContent)
            return new SentInteraction(this, null, nonce, mark, await response.Content.ReadAsStringAsync(Patience.TestCancellation));

        // A form opens instead of a success.
        var settled = await Events.WaitAsync(mark, $"the end of interaction {nonce} ({data.ToJsonString()})", happened =>
            happened.Type is "INTERACTION_SUCCESS" or "INTERACTION_FAILURE" or "INTERACTION_MODAL_CREATE" && NonceOf(happened) == nonce
                ? happened
                : null);
        return new SentInteraction(
            this, settled.Data.GetProperty("id").GetString(), nonce, mark, settled.Type == "INTERACTION_FAILURE" ? settled.ToString() : null);
    }

    private Task<HttpResponseMessage> PostInteractionAsync(
        int type, string channel, JsonObject data, ChatMessage? message, string nonce, UploadedFile? file = null)
    {
        var body = new JsonObject
        {
            ["type"] = type,
            ["application_id"] = _playground.World.ApplicationId,
            ["channel_id"] = channel,
            ["session_id"] = _gateway.SessionId,
            ["nonce"] = nonce,
            ["data"] = data,
        };
        if (channel != _direct)
            body["guild_id"] = _playground.World.GuildId;
        if (message is not null)
        {
            body["message_id"] = message.Id;
            body["message_flags"] = message.Flags;
        }

        if (file is null)
            return SendAsync(HttpMethod.Post, "interactions", JsonContent.Create(body));
        return SendAsync(HttpMethod.Post, "interactions", new MultipartFormDataContent
        {
            { new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent(file.Content), "files[0]", file.Name },
        });
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, body: null);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Patience.TestCancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, $"{_playground.World.Api}/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", _member.Token);
        request.Content = body;
        return await _playground.Http.SendAsync(request, Patience.TestCancellation);
    }

    private string NextNonce() => string.Create(CultureInfo.InvariantCulture, $"{Id}{Interlocked.Increment(ref _nonces):D5}");

    private static string? NonceOf(MemberEvent happened) =>
        happened.Data.TryGetProperty("nonce", out var nonce) && nonce.ValueKind == JsonValueKind.String ? nonce.GetString() : null;
}
