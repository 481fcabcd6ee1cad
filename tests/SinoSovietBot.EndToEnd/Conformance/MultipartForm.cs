using System.Text;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// A <c>multipart/form-data</c> body as Discord documents it: <c>payload_json</c> with the JSON, and files named <c>files[0]</c> to <c>files[9]</c>.
/// </summary>
internal sealed partial class MultipartForm
{
    public const string MediaType = "multipart/form-data";

    private static readonly byte[] _blankLine = "\r\n\r\n"u8.ToArray();

    public List<Violation> Violations { get; } = [];

    public ReadOnlyMemory<byte>? PayloadJson { get; private set; }

    public static MultipartForm Parse(string contentType, ReadOnlyMemory<byte> body)
    {
        var form = new MultipartForm();
        if (Boundary().Match(contentType) is not { Success: true } boundary)
        {
            form.Violations.Add(new Violation("content-type", "names no boundary"));
            return form;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Parts(body, Encoding.UTF8.GetBytes($"--{boundary.Groups["text"].Value}")))
            form.Take(part, seen);
        if (form.PayloadJson is null)
            form.Violations.Add(new Violation("payload_json", "is missing"));
        return form;
    }

    private void Take(ReadOnlyMemory<byte> part, HashSet<string> seen)
    {
        var split = part.Span.IndexOf(_blankLine);
        var head = split < 0 ? "" : Encoding.UTF8.GetString(part.Span[..split]);
        if (PartName().Match(head) is not { Success: true } match)
        {
            Violations.Add(new Violation("multipart", "has a part without a name"));
            return;
        }

        var name = match.Groups["text"].Value;
        if (!seen.Add(name))
            Violations.Add(new Violation(name, "is given twice"));
        if (name == "payload_json")
            PayloadJson = part[(split + _blankLine.Length)..];
        else if (!FileName().IsMatch(name))
            Violations.Add(new Violation(name, "is not a part Discord knows"));
        else if (!head.Contains("filename=", StringComparison.OrdinalIgnoreCase))
            Violations.Add(new Violation(name, "is a file without a filename"));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, byte[] delimiter)
    {
        var start = body.Span.IndexOf(delimiter);
        while (start >= 0)
        {
            var rest = body[(start + delimiter.Length)..];
            var end = rest.Span.IndexOf(delimiter);
            if (end < 0)
                yield break;
            // The line break after the delimiter and the one before the next belong to the delimiters.
            yield return rest[2..Math.Max(2, end - 2)];
            start = start + delimiter.Length + end;
        }
    }

    [GeneratedRegex("boundary=\"?(?<text>[^\";]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("(?<![a-z*])name=(?:\"(?<text>[^\"]*)\"|(?<text>[^;\\s]+))", RegexOptions.IgnoreCase)]
    private static partial Regex PartName();

    [GeneratedRegex(@"^files\[[0-9]\]$")]
    private static partial Regex FileName();
}
