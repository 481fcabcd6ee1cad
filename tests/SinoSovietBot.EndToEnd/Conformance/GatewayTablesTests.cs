using System.Text.Json;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Gateway payloads, good and bad, against our tables and the objects of Discord's description.</summary>
public class GatewayTablesTests
{
    private const string User = """
        {"id": "1", "username": "u", "avatar": null, "discriminator": "0", "public_flags": 0, "flags": 0, "global_name": null,
         "primary_guild": null}
        """;

    public static TheoryData<string, string> Good => new()
    {
        { "Sent", """{"op": 1, "d": null}""" },
        { "Sent", """{"op": 1, "d": 5}""" },
        { "Sent", """{"op": 2, "d": {"token": "t", "intents": 0, "properties": {"os": "linux", "browser": "b", "device": "d"}}}""" },
        { "Sent", """{"op": 6, "d": {"token": "t", "session_id": "s", "seq": 3}}""" },
        { "Bot", """{"op": 10, "t": null, "s": null, "d": {"heartbeat_interval": 41250}}""" },
        { "Bot", """{"op": 0, "t": "MESSAGE_DELETE", "s": 2, "d": {"id": "1", "channel_id": "2"}}""" },
        { "Member", """{"op": 0, "t": "INTERACTION_SUCCESS", "s": 2, "d": {"id": "1", "nonce": "n"}}""" },
        { "Member", $$$"""{"op": 0, "t": "GUILD_MEMBER_REMOVE", "s": 2, "d": {"guild_id": "1", "user": {{{User}}}}}""" },
    };

    public static TheoryData<string, string, string> Bad => new()
    {
        { "Sent", """{"op": 1, "d": "5"}""", "d" },
        { "Sent", """{"op": 1}""", "d" },
        { "Sent", """{"op": 1, "d": 1, "seq": 1}""", "seq" },
        { "Sent", """{"op": 4, "d": {}}""", "t" },
        { "Sent", """{"op": 2, "d": {"token": "t", "intents": 131072, "properties": {"os": "linux", "browser": "b"}}}""", "d.properties.device" },
        { "Sent", """{"op": 2, "d": {"token": "t", "intents": "0", "properties": {"$os": "linux"}}}""", "d.properties.$os" },
        { "Sent", """{"op": 6, "d": {"token": "t", "session_id": "s"}}""", "d.seq" },
        { "Bot", """{"op": 10, "t": null, "s": 1, "d": {"heartbeat_interval": 41250}}""", "s" },
        { "Bot", """{"op": 11, "t": null, "s": null, "d": {}}""", "d" },
        { "Bot", """{"op": 0, "t": "MESSAGE_DELETE", "s": null, "d": {"id": "1", "channel_id": "2"}}""", "s" },
        { "Bot", """{"op": 1, "t": "MESSAGE_DELETE", "s": 2, "d": {"id": "1", "channel_id": "2"}}""", "op" },
        { "Bot", """{"op": 0, "t": "MESSAGE_DELETE", "s": 2, "d": {"id": 1, "channel_id": "2"}}""", "d.id" },
        { "Bot", """{"op": 0, "t": "MESSAGE_DELETE", "s": 2, "d": {"id": "1", "channel_id": "2", "author": "3"}}""", "d.author" },
        { "Bot", """{"op": 0, "t": "RESUMED", "s": 2, "d": null}""", "d" },
        { "Bot", """{"op": 0, "t": "NO_SUCH_EVENT", "s": 2, "d": {}}""", "t" },
        { "Bot", """{"op": 0, "t": "READY", "s": 1, "d": {}}""", "d.private_channels" },
        { "Bot", """{"op": 0, "t": "GUILD_CREATE", "s": 1, "d": {}}""", "d.unavailable" },
        { "Bot", """{"op": 0, "t": "INTERACTION_CREATE", "s": 1, "d": {"type": 3, "context": 0}}""", "d.message" },
        { "Bot", """{"op": 0, "t": "INTERACTION_CREATE", "s": 1, "d": {"type": 3, "context": 0, "entitlement": []}}""", "d.entitlements" },
        { "Member", $$$"""{"op": 0, "t": "GUILD_MEMBER_REMOVE", "s": 2, "d": {"user": {{{User}}}}}""", "d.guild_id" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void APayloadOfDiscordsIsValid(string side, string payload) => Assert.Empty(Validate(side, payload));

    [Theory]
    [MemberData(nameof(Bad))]
    public void AFaultIsFoundAtItsPlace(string side, string payload, string where) =>
        Assert.Contains(where, Validate(side, payload).Select(violation => violation.Where));

    private static IReadOnlyList<Violation> Validate(string side, string payload) =>
        DiscordDescription.OrSkip().Gateway.Validate(Enum.Parse<GatewaySide>(side), JsonSerializer.Deserialize<JsonElement>(payload));
}
