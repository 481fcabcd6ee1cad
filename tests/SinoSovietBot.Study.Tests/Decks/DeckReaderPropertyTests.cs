using System.Text;
using CsCheck;
using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public sealed class DeckReaderPropertyTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(DeckSamples.Whole);

    // Pieces that mean something to YAML or to the rules: random bytes alone seldom get past the first line.
    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ": ", "- ", "? ", "\n", "\n  ", "\t", "\"", "'", "&a ", "*a", "!t ", "!<", "|\n", ">-\n", "|9\n",
        "#", "---\n", "...\n", "%YAML 1.9\n", "%TAG ! x\n",
        "\\u", "\"\\uD800\"", "\"\\U0011FFFF\"", "\"\\x",
        "\0", "\uFEFF", "\u2028", "\u0085",
        "<<: ", "~", "@", "`", "é", "毛", "id: ", "cards:\n", "points: ", "- id: a\n", ",", "😀", "\r", "  ",
    ];

    private static readonly Gen<byte[]> Soup = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 60]
        .Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    private static readonly Gen<byte[]> Mutations = Gen.Select(Gen.Int[0, Good.Length], Gen.Int[0, 40], Gen.OneOf(Gen.Byte.Array[0, 4], Soup))
        .Array[1, 4]
        .Select(edits => edits.Aggregate(Good, (bytes, edit) => Edit(bytes, edit.Item1, edit.Item2, edit.Item3)));

    [Fact]
    public void RandomBytesAreProblemsAndNeverAnException() => Gen.Byte.Array[0, 200].Sample(IsWellReported, iter: 1_000);

    [Fact]
    public void RandomPiecesOfYamlAreProblemsAndNeverAnException() => Soup.Sample(IsWellReported, iter: 3_000);

    [Fact]
    public void AGoodDeckWithRandomEditsNeverThrows() => Mutations.Sample(IsWellReported, iter: 1_000);

    [Fact]
    public void AGoodDeckCutAnywhereNeverThrows()
    {
        for (var length = 0; length < Good.Length; length += 3)
            Assert.True(IsWellReported(Good[..length]), $"Cut after {length} bytes");
    }

    private static byte[] Edit(byte[] bytes, int at, int removed, byte[] added)
    {
        at = Math.Min(at, bytes.Length);
        return [.. bytes.AsSpan(0, at), .. added, .. bytes.AsSpan(Math.Min(at + removed, bytes.Length))];
    }

    /// <summary>A deck or an error, never both and never neither, and every place is one that an editor can go to.</summary>
    private static bool IsWellReported(byte[] bytes)
    {
        var reading = DeckReader.Read([new DeckFile("random.yaml", bytes)]);
        var hasError = reading.Problems.Any(problem => problem.Severity == ProblemSeverity.Error);
        var lines = 1 + Encoding.UTF8.GetString(bytes).Count(character => character is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085');
        return hasError == (reading.Deck is null)
            && reading.Problems.All(problem => problem.Line >= 1 && problem.Line <= lines && problem.Column >= 1)
            && reading.Problems.All(problem => problem.Message.Length is > 10 and < 600);
    }
}
