using SinoSovietBot.Study.Marking;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

/// <summary>How a history teacher would mark, line by line.</summary>
public sealed class MarkingTableTests
{
    // What the best of four rival bots passes six of.
    private const int RowsOfTheFeatureSurvey = 11;

    public static TheoryData<int, string, string> Lines =>
        new(MarkingTable.Read().Select((row, index) => (index, row.Expected, row.Typed)));

    [Theory]
    [MemberData(nameof(Lines))]
    public void TheTableIsMarkedAsATeacherWould(int line, string expected, string typed)
    {
        var row = MarkingTable.Read()[line];
        Assert.Equal((expected, typed), (row.Expected, row.Typed));

        var marking = Marker.Mark(row.Key, row.Text);

        Assert.True(
            row.Verdict == row.Told(marking),
            $"{row.Why}: '{typed}' for '{expected}' is {row.Told(marking)} by {marking.Rule}, not {row.Verdict}.");
    }

    [Fact]
    public void TheTableBeginsWithTheRowsOfTheFeatureSurveyAndHasHundredsMore()
    {
        var rows = MarkingTable.Read();

        Assert.All(rows.Take(RowsOfTheFeatureSurvey), row => Assert.StartsWith("features A.3", row.Why, StringComparison.Ordinal));
        Assert.True(rows.Count >= RowsOfTheFeatureSurvey + 300, $"The table has {rows.Count} rows.");
        Assert.Equal(rows.Count, rows.DistinctBy(row => (row.Expected, row.Accept, row.Vague, row.Reject, row.Typed)).Count());
    }
}
