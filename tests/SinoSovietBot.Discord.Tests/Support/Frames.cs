namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>Gateway frames as Discord sends them.</summary>
internal static class Frames
{
    public const string Hello = """{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250,"_trace":["[\"gateway\"]"]}}""";

    public const string Ready = """
        {"t":"READY","s":1,"op":0,"d":{"v":10,"user":{"id":"90","username":"bot","bot":true},
        "guilds":[{"id":"500","unavailable":true},{"id":"501","unavailable":true}],
        "session_id":"session-1","resume_gateway_url":"wss://resume.discord.example","application":{"id":"80","flags":0},"shard":[0,1]}}
        """;

    public const string Resumed = """{"t":"RESUMED","s":9,"op":0,"d":{}}""";

    public const string Reconnect = """{"op":7,"d":null}""";

    public const string Ack = """{"op":11}""";

    public static string InvalidSession(bool resumable) => $$"""{"op":9,"d":{{(resumable ? "true" : "false")}}}""";

    public static string Dispatch(string name, int sequence, string payload) => $$"""{"t":"{{name}}","s":{{sequence}},"op":0,"d":{{payload}}}""";

    public static string Press(int sequence, int id, string customId = "v1.answer") =>
        Dispatch("INTERACTION_CREATE", sequence, Interactions.Button(id, customId));
}
