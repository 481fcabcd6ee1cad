using SinoSovietBot.Discord.Model;
using SinoSovietBot.DiscordNet.Mapping;
using SinoSovietBot.DiscordNet.Rest;
using SocketInteraction = global::Discord.WebSocket.SocketInteraction;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Sends made-up interactions through the whole path once Discord has accepted us: the first that Discord.Net reads and answers costs a third of a
/// second of processor time, which the first member to press a button need not wait for. The answers end in the transport and leave nothing behind.
/// </summary>
internal static class MadeUp
{
    /// <summary>No real interaction has this id: it would be from the first moment of 2015.</summary>
    private const ulong Id = 1;

    private const string Head =
        """
        {"op":0,"t":"INTERACTION_CREATE","d":{"id":"1","application_id":"1","token":"warm-up","version":1,"channel_id":"1",
        "channel":{"id":"1","type":0},"member":{"user":{"id":"1","username":"u","global_name":null,"discriminator":"0","avatar":null},
        "nick":null,"roles":[],"permissions":"0","joined_at":"2015-01-01T00:00:00Z","deaf":false,"mute":false,"flags":0},
        "locale":"en-GB","guild_locale":"en-GB","app_permissions":"0",
        "entitlements":[],"authorizing_integration_owners":{"0":"1"},"context":0,
        """;

    private const string Press =
        """
        "type":3,"data":{"custom_id":"c","component_type":2},"message":{"id":"1","channel_id":"1","type":0,"content":"",
        "timestamp":"2015-01-01T00:00:00Z","author":{"id":"1","username":"u","discriminator":"0","avatar":null},"attachments":[],
        "mentions":[],"mention_roles":[],"flags":0,
        "embeds":[{"type":"rich","title":"t","description":"d","color":1,"footer":{"text":"f"},"fields":[{"name":"n","value":"v","inline":false}]}],
        "components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"c"}]}]}}}
        """;

    private const string Command =
        """
        "type":2,"data":{"id":"1","type":1,"name":"n","options":[{"type":1,"name":"s","options":[{"type":3,"name":"o","value":"v"}]}]}}}
        """;

    private static readonly MessageContent _content = new()
    {
        Text = "t",
        Embeds = [new Embed { Title = "t", Description = "d", Color = 1, Footer = "f", Fields = [new EmbedField("n", "v")] }],
        Rows = [new ActionRow([new Button("l", "c")])],
    };

    /// <summary>Warms up.</summary>
    public static async Task RunAsync(OpenSocket socket)
    {
        await socket.PretendAsync(Head + Command).ConfigureAwait(false);
        await socket.PretendAsync(Head + Press).ConfigureAwait(false);
    }

    /// <summary>Whether an interaction is made up.</summary>
    public static bool Has(SocketInteraction interaction) => interaction.Id == Id;

    /// <summary>Whether a request belongs to a made-up interaction, and must not leave the process.</summary>
    public static bool Has(string endpoint) => endpoint.StartsWith("interactions/1/", StringComparison.Ordinal);

    /// <summary>Takes a made-up interaction the way of a real one.</summary>
    public static Task AnswerAsync(SocketInteraction interaction)
    {
        InteractionResponse answer = InteractionMapping.Read(interaction, default) is ButtonPressed
            ? new InteractionResponse.UpdateMessage(_content)
            : new InteractionResponse.Reply(_content);
        return Responses.SendAsync(interaction, answer, asNumbers: false, new DNet.RequestOptions());
    }
}
