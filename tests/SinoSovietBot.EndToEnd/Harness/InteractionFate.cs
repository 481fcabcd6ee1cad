using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>What became of an interaction, as the playground tells at <c>GET /playground/interactions</c>.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="Answered">The bot's first response came in time.</param>
/// <param name="SentAfter">When the bot was last sent it, from its start on; null when it never was.</param>
internal sealed record InteractionFate(string Id, bool Answered, TimeSpan? SentAfter)
{
    /// <summary>Those made after a message or interaction.</summary>
    public static async Task<IReadOnlyList<InteractionFate>> SinceAsync(PlaygroundProcess playground, string id)
    {
        var fates = await playground.GetAsync("/playground/interactions");
        return [.. fates.EnumerateArray().Select(Read).Where(fate => Snowflakes.Number(fate.Id) > Snowflakes.Number(id))];
    }

    private static InteractionFate Read(JsonElement fate) => new(
        fate.GetProperty("id").GetString()!,
        fate.GetProperty("state").GetString() == "answered",
        fate.GetProperty("sent_ms") is { ValueKind: JsonValueKind.Number } sent ? TimeSpan.FromMilliseconds(sent.GetInt64()) : null);
}
