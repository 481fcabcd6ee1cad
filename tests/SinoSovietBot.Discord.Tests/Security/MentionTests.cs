using System.Text.Json;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>A message pings nobody but those whom the caller names, by whatever way it is sent.</summary>
public sealed class MentionTests : IAsyncDisposable
{
    private static readonly Snowflake _id = new(1);

    private static readonly Dictionary<string, Func<DiscordConnection, MessageContent, Task>> _ways = new()
    {
        ["reply"] = (bot, content) => bot.RespondAsync(Interactions.Press, new InteractionResponse.Reply(content), CancellationToken.None),
        ["update"] = (bot, content) => bot.RespondAsync(Interactions.Press, new InteractionResponse.UpdateMessage(content), CancellationToken.None),
        ["edit of the reply"] = (bot, content) => bot.EditResponseAsync(Interactions.Press, content, CancellationToken.None),
        ["follow-up"] = (bot, content) => bot.FollowUpAsync(Interactions.Press, content, CancellationToken.None),
        ["post"] = (bot, content) => bot.PostMessageAsync(_id, content, "n", CancellationToken.None),
        ["edit of a post"] = (bot, content) => bot.EditMessageAsync(_id, _id, content, CancellationToken.None),
    };

    private readonly TestBot _bot = new();

    public static TheoryData<string, bool> WaysWithAndWithoutFiles
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string way in _ways.Keys)
            {
                data.Add(way, false);
                data.Add(way, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WaysWithAndWithoutFiles))]
    public async Task NobodyIsPingedUnlessNamed(string way, bool withFile)
    {
        var content = new MessageContent { Text = "@everyone <@5> <@&6>", Files = withFile ? [new FileUpload("a.txt", new byte[] { 1 })] : [] };
        JsonElement mentions = await SentAsync(way, content);
        Assert.Equal(["parse", "users"], mentions.EnumerateObject().Select(field => field.Name));
        Assert.Equal(0, mentions.GetProperty("parse").GetArrayLength());
        Assert.Equal(0, mentions.GetProperty("users").GetArrayLength());
    }

    [Theory]
    [MemberData(nameof(WaysWithAndWithoutFiles))]
    public async Task OnlyThoseNamedArePinged(string way, bool withFile)
    {
        var content = new MessageContent
        {
            Text = "@everyone <@5>",
            MentionedUsers = [new Snowflake(5), new Snowflake(5)],
            Files = withFile ? [new FileUpload("a.txt", new byte[] { 1 })] : [],
        };
        JsonElement mentions = await SentAsync(way, content);
        Assert.Equal(0, mentions.GetProperty("parse").GetArrayLength());
        Assert.Equal(["5"], mentions.GetProperty("users").EnumerateArray().Select(user => user.GetString()));
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private async Task<JsonElement> SentAsync(string way, MessageContent content)
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        await _ways[way](_bot.Connection, content);
        string body = Assert.Single(_bot.Http.Requests).Body;
        // A form holds the JSON in its first part.
        if (!body.StartsWith('{')) body = body.Split("\r\n\r\n", 3)[1].Split("\r\n")[0];
        JsonElement sent = JsonSerializer.Deserialize<JsonElement>(body);
        return (sent.TryGetProperty("data", out JsonElement data) ? data : sent).GetProperty("allowed_mentions");
    }
}
