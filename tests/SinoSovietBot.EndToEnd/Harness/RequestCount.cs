namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>How many of the bot's requests Discord would hold against it: those that got 401, 403 or 429.</summary>
/// <param name="All">All requests.</param>
/// <param name="Invalid">The invalid ones among them.</param>
internal sealed record RequestCount(int All, int Invalid)
{
    /// <summary>Counts what came after an entry of the record.</summary>
    public static async Task<RequestCount> SinceAsync(PlaygroundProcess playground, long entry)
    {
        var statuses = (await playground.GetAsync($"/playground/record?since={entry}")).EnumerateArray()
            .Where(happened => happened.GetProperty("direction").GetString() == "response")
            .Select(happened => happened.GetProperty("status").GetInt32())
            .ToList();
        return new RequestCount(statuses.Count, statuses.Count(status => status is 401 or 403 or 429));
    }

    /// <summary>The number of the record's last entry.</summary>
    public static async Task<long> LastEntryAsync(PlaygroundProcess playground)
    {
        var record = await playground.GetAsync("/playground/record");
        return record.GetArrayLength() is var length and > 0 ? record[length - 1].GetProperty("n").GetInt64() : 0;
    }
}
