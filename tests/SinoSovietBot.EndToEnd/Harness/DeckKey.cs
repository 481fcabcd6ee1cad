using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>The answers to a deck's questions, as <c>deck export ID --format json</c> tells anyone: what the test marks by.</summary>
internal sealed class DeckKey
{
    private readonly List<Entry> _entries;

    private DeckKey(List<Entry> entries) => _entries = entries;

    public static async Task<DeckKey> ExportAsync(string deck, string workingFolder)
    {
        var (exitCode, output, errors) = await BotProcess.RunVerbAsync(workingFolder, ["deck", "export", deck, "--format", "json"]);
        if (exitCode != 0)
            throw new InvalidOperationException($"deck export ended with {exitCode}: {errors}");
        var questions = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("questions");
        return new DeckKey([.. questions.EnumerateArray().Select(question => new Entry(
            Plain(question.GetProperty("prompt").GetString()!),
            [.. question.GetProperty("options").EnumerateArray().Select(option => option.GetString()!)],
            Texts(question.GetProperty("answer"))))]);
    }

    /// <summary>The answer to a question, found by its wording alone; of a list or an order, its items.</summary>
    public IReadOnlyList<string> Answer(ChatMessage question)
    {
        var text = Plain(question.Text);
        return _entries.Where(entry => text.Contains(entry.Prompt, StringComparison.Ordinal)).MaxBy(entry => entry.Prompt.Length)?.Answer
            ?? throw new InvalidOperationException($"The deck's export does not hold: {question}");
    }

    /// <summary>The index of the right option of a round, found by its wording alone.</summary>
    public int RightOption(RoundOnScreen round)
    {
        var text = Plain(round.Message.Text);
        var candidates = _entries
            .Where(entry => text.Contains(entry.Prompt, StringComparison.Ordinal))
            .Where(entry => entry.Answer.Count == 1)
            .Select(entry => round.Options.ToList().FindIndex(option => IsCutOf(option, entry.Answer[0])))
            .Where(index => index >= 0)
            .Distinct()
            .ToList();
        return candidates is [var right]
            ? right
            : throw new InvalidOperationException($"The deck's export has {candidates.Count} answers to: {round.Message}");
    }

    // Discord's buttons hold 80 characters: a longer option is cut there, with an ellipsis.
    private static bool IsCutOf(string label, string option) =>
        label == option || (label.EndsWith('…') && option.StartsWith(label[..^1].TrimEnd(), StringComparison.Ordinal));

    // Line breaks are layout.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> Texts(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.String ? [answer.GetString()!] : [.. answer.EnumerateArray().Select(item => item.GetString()!)];

    private sealed record Entry(string Prompt, IReadOnlyList<string> Options, IReadOnlyList<string> Answer);
}
