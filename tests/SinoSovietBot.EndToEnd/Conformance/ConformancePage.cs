using System.Globalization;
using System.Text;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// The report <c>docs/conformance.md</c>. A run writes it only when it is asked to by the environment variable; every other run holds its rows
/// against what the tests see.
/// </summary>
internal static class ConformancePage
{
    public const string Name = "docs/conformance.md";
    public const string Switch = "SINOSOVIET_WRITE_CONFORMANCE";

    public const string HowToWrite =
        $"Look at the change, then write the page again by a whole run: {Switch}=1 dotnet test --project tests/SinoSovietBot.EndToEnd";

    private static readonly Lazy<IReadOnlySet<string>> _committed = new(() => RowsIn(Text));

    public static bool IsBeingWritten => Environment.GetEnvironmentVariable(Switch) is { Length: > 0 };

    /// <summary>The first cells of the page's tables, as it lies in the work tree.</summary>
    public static IReadOnlySet<string> Committed => _committed.Value;

    private static string FilePath => Path.Combine(Repository(), Name);

    /// <summary>How the page names a kind of payload.</summary>
    public static string Cell(GatewayPayload payload) => $"{payload.Name} {Direction(payload.Side)}";

    public static IReadOnlySet<string> RowsIn(string page) =>
        page.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim().Replace("`", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

    public static void Write(OpenApiDescription description, ConformanceLedger ledger) =>
        File.WriteAllText(FilePath, Render(description, ledger));

    public static string Render(OpenApiDescription description, ConformanceLedger ledger)
    {
        var page = new StringBuilder(ConformanceWords.Beginning(ledger));
        page.Append("\n## Calls\n\n| call | requests of the bot | responses of the playground, by status |\n|---|---:|---|\n");
        foreach (var call in ledger.Calls.OrderBy(call => call[call.IndexOf(' ', StringComparison.Ordinal)..], StringComparer.Ordinal)
            .ThenBy(call => call, StringComparer.Ordinal))
        {
            var statuses = string.Join(" · ", ledger.ResponsesOf(call).Select(entry => $"{entry.Status}: {Number(entry.Count)}"));
            page.Append(CultureInfo.InvariantCulture, $"| `{call}` | {Count(ledger.RequestsOf(call))} | {statuses} |\n");
        }

        page.Append("\n## Gateway\n\n| payload | checked | its data was held against |\n|---|---:|---|\n");
        foreach (var (payload, against) in description.Gateway.All.Where(table => ledger.PayloadsOf(table.Payload) > 0))
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| `{payload.Name}` {Direction(payload.Side)} | {Number(ledger.PayloadsOf(payload))} | {against} |\n");
        }

        return page.Append('\n').Append(ConformanceWords.Gaps).ToString();
    }

    /// <summary>How the page says how many violations there were.</summary>
    public static string Violations(int count) => $"{Number(count)} violations";

    /// <summary>The page as it lies in the work tree; empty when there is none.</summary>
    public static string Text => File.Exists(FilePath) ? File.ReadAllText(FilePath) : "";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(int count) => count == 0 ? "" : Number(count);

    private static string Direction(GatewaySide side) => side switch
    {
        GatewaySide.Bot => "to the bot",
        GatewaySide.Member => "to a member's client",
        GatewaySide.Sent => "from the bot",
        _ => "to any client",
    };

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SinoSovietBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"There is no repository around {AppContext.BaseDirectory}, so no {Name} to hold this run against.");
    }
}
