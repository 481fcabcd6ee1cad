using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

/// <summary>What goes over the wire, to the character.</summary>
public sealed class BodyTests : IAsyncDisposable
{
    private const string NoMentions = "\"allowed_mentions\":{\"parse\":[],\"users\":[]}";

    private static readonly MessageContent _full = new()
    {
        Text = "Which year? — 1969",
        Embeds =
        [
            new Embed
            {
                Title = "T", Description = "D", Color = 0xCC0000, Footer = "F", ImageUrl = "attachment://a.png",
                Fields = [new EmbedField("N", "V", Inline: true), new EmbedField("N2", "V2")],
            },
        ],
        Rows =
        [
            new ActionRow(
                [new Button("A 1969", "v1.a") { Style = ButtonStyle.Primary, Emoji = "📘" }, new Button("B", "v1.b") { Disabled = true }]),
            new ActionRow([new StringSelect("v1.s", [new SelectOption("L", "V", "D", Default: true)]) { Placeholder = "Pick", MaxValues = 2 }]),
        ],
        Ephemeral = true,
        MentionedUsers = [new Snowflake(7), new Snowflake(7)],
    };

    private readonly TestBot _bot = new();

    [Fact]
    public async Task NewMessageHasOnlyWhatItSays()
    {
        await PostAsync(new MessageContent { Text = "Hi", Ephemeral = true });
        Assert.Equal($$"""{"content":"Hi",{{NoMentions}},"nonce":"n1","enforce_nonce":true}""", Body);
    }

    [Fact]
    public async Task FullMessageIsWrittenAsDiscordDocumentsIt()
    {
        await PostAsync(_full);
        Assert.Equal(
            """
            {"content":"Which year? — 1969","embeds":[{"title":"T","description":"D","color":13369344,
            "fields":[{"name":"N","value":"V","inline":true},
            {"name":"N2","value":"V2"}],"footer":{"text":"F"},"image":{"url":"attachment://a.png"}}],"components":[{"type":1,"components":[
            {"type":2,"style":1,"label":"A 1969","custom_id":"v1.a","emoji":{"name":"\uD83D\uDCD8"}},
            {"type":2,"style":2,"label":"B","custom_id":"v1.b","disabled":true}]},
            {"type":1,"components":[{"type":3,"custom_id":"v1.s",
            "options":[{"label":"L","value":"V","description":"D","default":true}],"placeholder":"Pick",
            "min_values":1,"max_values":2}]}],"allowed_mentions":{"parse":[],"users":["7"]},"nonce":"n1","enforce_nonce":true}
            """.Replace("\n", "", StringComparison.Ordinal),
            Body);
    }

    [Fact]
    public async Task EditSaysWhatIsNowEmpty()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        await _bot.Connection.EditMessageAsync(new Snowflake(1), new Snowflake(2), new MessageContent { Text = "Over" }, CancellationToken.None);
        Assert.Equal($$"""{"content":"Over","embeds":[],"components":[],{{NoMentions}}}""", Body);
        await _bot.Connection.EditResponseAsync(Interactions.Press, new MessageContent(), CancellationToken.None);
        Assert.Equal($$"""{"content":"","embeds":[],"components":[],{{NoMentions}}}""", Body);
        Assert.Equal($"/api/v10/webhooks/80/{TestBot.InteractionSecret}/messages/@original", _bot.Http.Requests.Last().Path);
    }

    [Fact]
    public async Task FollowUpMayBeEphemeral()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        await _bot.Connection.FollowUpAsync(Interactions.Press, new MessageContent { Text = "Psst", Ephemeral = true }, CancellationToken.None);
        Assert.Equal($$"""{"content":"Psst","flags":64,{{NoMentions}}}""", Body);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task ResponsesHaveDiscordsTypes(InteractionResponse response, string expected)
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.NoContent();
        await _bot.Connection.RespondAsync(Interactions.Press, response, CancellationToken.None);
        Assert.Equal(expected, Body);
    }

    public static TheoryData<InteractionResponse, string> Responses() => new()
    {
        { new InteractionResponse.DeferReply(Ephemeral: false), """{"type":5}""" },
        { new InteractionResponse.DeferReply(Ephemeral: true), """{"type":5,"data":{"flags":64}}""" },
        { new InteractionResponse.DeferUpdate(), """{"type":6}""" },
        {
            new InteractionResponse.UpdateMessage(new MessageContent { Text = "Now" }),
            $$$"""{"type":7,"data":{"content":"Now","embeds":[],"components":[],{{{NoMentions}}}}}"""
        },
        { new InteractionResponse.Suggest([new Suggestion("Ten", "10")]), """{"type":8,"data":{"choices":[{"name":"Ten","value":"10"}]}}""" },
        { new InteractionResponse.Suggest([]), """{"type":8,"data":{"choices":[]}}""" },
    };

    [Fact]
    public async Task SuggestionsForANumberAreNumbers()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.NoContent();
        const string data = """{"name":"quiz","options":[{"type":4,"name":"count","value":"1","focused":true}]}""";
        var suggest = new InteractionResponse.Suggest([new Suggestion("Ten", "10")]);
        await _bot.Connection.RespondAsync(Interactions.Read(Interactions.Payload(4, data))!, suggest, CancellationToken.None);
        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"Ten","value":10}]}}""", Body);
    }

    [Fact]
    public async Task FormWrapsEachInputInALabel()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.NoContent();
        var form = new Form("v1.form", "Your answer",
        [
            new TextField("text", "Answer") { Description = "A year", MaxLength = 200, Placeholder = "1969" },
            new TextField("why", "Why") { Paragraph = true, Required = false, MinLength = 5, Value = "Because" },
            new SelectField("sure", "Sure?", [new SelectOption("Yes", "y")]) { Required = false, Placeholder = "Pick" },
        ]);
        await _bot.Connection.RespondAsync(Interactions.Press, new InteractionResponse.OpenForm(form), CancellationToken.None);
        Assert.Equal(
            """
            {"type":9,"data":{"custom_id":"v1.form","title":"Your answer","components":[
            {"type":18,"label":"Answer","description":"A year","component":
            {"type":4,"custom_id":"text","style":1,"max_length":200,"required":true,"placeholder":"1969"}},
            {"type":18,"label":"Why","component":{"type":4,"custom_id":"why","style":2,"min_length":5,"required":false,"value":"Because"}},
            {"type":18,"label":"Sure?","component":{"type":3,"custom_id":"sure",
            "options":[{"label":"Yes","value":"y"}],"placeholder":"Pick","min_values":0,"required":false}}
            ]}}
            """.Replace("\n", "", StringComparison.Ordinal),
            Body);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private string Body => _bot.Http.Requests.Last().Body;

    private async Task PostAsync(MessageContent content)
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        await _bot.Connection.PostMessageAsync(new Snowflake(1), content, "n1", CancellationToken.None);
    }
}
