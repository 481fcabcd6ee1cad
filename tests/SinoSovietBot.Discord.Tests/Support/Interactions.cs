using System.Text;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>Payloads of INTERACTION_CREATE with the fields that Discord documents, and the same as the reader makes of them.</summary>
internal static class Interactions
{
    private const string Member = """
        "member":{"user":{"id":"4242","username":"yasmin","global_name":"Yasmin","avatar":null,"discriminator":"0","public_flags":0},
        "roles":["12"],"nick":"Yaz","permissions":"2251799813685247","joined_at":"2024-09-01T00:00:00Z","deaf":false,"mute":false,"flags":0}
        """;

    public static string Button(int id, string customId) => Payload(
        3,
        $$"""{"component_type":2,"custom_id":"{{customId}}"}""",
        $$"""
        "message":{"id":"777","channel_id":"600","author":{"id":"90","username":"bot"},"content":"Which year?",
        "components":[{"type":1,"components":[]}]},{{Member}}
        """,
        id);

    public static string Payload(int type, string data, string more = Member, int id = 1000) => $$"""
        {"version":1,"type":{{type}},"token":"{{TestBot.InteractionSecret}}",{{more}},"locale":"de","id":"{{id}}","guild_locale":"en-US",
        "guild_id":"500","guild":{"id":"500","locale":"en-US","features":[]},"entitlements":[],"data":{{data}},"context":0,"channel_id":"600",
        "channel":{"id":"600","type":0,"permissions":"1"},"authorizing_integration_owners":{"0":"500"},"attachment_size_limit":10485760,
        "application_id":"80","app_permissions":"3072"}
        """;

    public static Interaction? Read(string payload) => InteractionReader.Read(Encoding.UTF8.GetBytes(payload), default);

    public static ButtonPressed Press { get; } = (ButtonPressed)Read(Button(1000, "v1.answer"))!;
}
