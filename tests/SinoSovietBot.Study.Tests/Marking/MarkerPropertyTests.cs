using System.Globalization;
using System.Text;
using CsCheck;
using SinoSovietBot.Study.Marking;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

public sealed class MarkerPropertyTests
{
    private static readonly IReadOnlyList<MarkingTable.Row> Rows = MarkingTable.Read();
    private static readonly Gen<MarkingTable.Row> AnyRow = Gen.Int[0, Rows.Count - 1].Select(index => Rows[index]);

    // What means something to marking: random characters alone seldom get anywhere.
    private static readonly string[] Pieces =
    [
        "Mao", "Khrushchev", "kruschev", "1969", "27", "June", "/", "-", "–", "'", "s", "the ", "a ", "not ", " or ", " and ", "&", ",", ";", "\n",
        "• ", "1. ", "2) ",
        "(", ")", "$", "£", "%", "300", "million", "m", "hundred", "nineteen", "sixty", "first", "from ", " to ", "between ", "early ", "mid-",
        "winter ", "c. ", "BC",
        "\u200B", "\u202E", "\u0301", "\u0489", "\uFEFF", "\u00AD", "😀", "👩‍👩‍👧", "\uD800", "\uDC00", "\uFFFF", "٣", "१", "Ⅻ", "½", "ﷺ", "ß", "İ",
        "ı", "毛", "한", "ﬀ", "\0", "\t", "\r\n",
        " ", "  ", "I ", "II", "iv", "1950s", "'69", "1 000", "1,000", "0.5", "99999999999999999999", "half a ", "a hundred ", "thousand ",
        "trillion ", "B D A C", "2413",
        "was not ", "Island", "of ", "President ", "Zhu De", "Secretary of State ", "Treaty",
    ];

    private static readonly Gen<string> Soup = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 40].Select(string.Concat);
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Soup, AnyRow.Select(row => row.Text), Gen.String[Gen.Char, 150, 250]);

    [Fact]
    public void NormalisingTwiceIsNormalisingOnce() => Text.Sample(text =>
    {
        var once = Normaliser.Normalise(text);
        return Normaliser.Normalise(once) == once;
    }, iter: 2_000);

    [Fact]
    public void AnyTextIsMarkedAgainstAnyKeyWithoutAnException() => Gen.Select(AnyRow, Text).Sample((row, text) =>
    {
        var marking = Marker.Mark(row.Key, text);
        return marking.Raw == text && marking.Right >= 0 && marking.Right <= marking.Asked && marking.Normalised.Length <= MarkingLimits.ListLength;
    }, iter: 2_000);

    [Fact]
    public void AnyTextIsAKeyThatItsOwnTextAnswers() => Text.Sample(text =>
    {
        var marking = Marker.Mark(new MarkingKey { Form = AnswerForm.Text, Answer = text }, text);
        return marking.Verdict == Verdict.Right || marking.Rule is MarkingRule.Empty or MarkingRule.TooLong;
    }, iter: 2_000);

    [Fact]
    public void EveryExpectedAnswerOfTheTableIsRight() => Assert.All(
        Rows.Where(row => row.Key.Form == AnswerForm.Text),
        row => Assert.All(row.Key.Accept.Prepend(row.Key.Answer), answer => Assert.Equal(Verdict.Right, Marker.Mark(row.Key, answer).Verdict)));

    [Fact]
    public void SpacesCapitalsAndDiacriticsNeverChangeAVerdict() =>
        Gen.Select(AnyRow.Where(row => row.Text.Length < 60), Gen.Int).Sample((row, seed) =>
        {
            var dressed = Dressed(row.Text, new Random(seed));
            var (plain, marking) = (Marker.Mark(row.Key, row.Text), Marker.Mark(row.Key, dressed));
            Assert.True(
                plain.Verdict == marking.Verdict && plain.Right == marking.Right,
                $"'{row.Text}' is {plain.Verdict}, '{dressed}' is {marking.Verdict}");
        }, iter: 2_000);

    [Fact]
    public void AChangedDigitOfTheTableIsNeverRight()
    {
        foreach (var row in Rows.Where(row => row.Key.Form == AnswerForm.Text && row.Expected.Any(char.IsAsciiDigit)).DistinctBy(row => row.Expected))
        {
            foreach (var changed in WithAnotherDigit(row.Expected))
                Assert.True(Marker.Mark(row.Key, changed).Verdict != Verdict.Right, $"'{changed}' is right for '{row.Expected}'.");
        }
    }

    [Fact]
    public void AChangedDigitOfADateOrANumberIsNeverRightHoweverItIsWritten() =>
        Gen.Select(Gen.DateOnly[new(1900, 1, 1), new(1999, 12, 31)], Gen.Int[1, 999_999], Gen.Int[0, 11], Gen.Int).Sample((day, number, form, seed) =>
        {
            var (expected, typed) = Written(day, number, form);
            var key = new MarkingKey { Form = AnswerForm.Text, Answer = expected };
            Assert.True(Marker.Mark(key, typed).Verdict == Verdict.Right, $"'{typed}' is not right for '{expected}'.");

            var changed = WithAnotherDigit(typed).ToList();
            var one = changed[new Random(seed).Next(changed.Count)];
            Assert.True(Marker.Mark(key, one).Verdict != Verdict.Right, $"'{one}' is right for '{expected}'.");
        }, iter: 2_000);

    [Fact]
    public void MoreThanFitsIsTurnedAwayWithoutLookingAtIt()
    {
        var key = new MarkingKey { Form = AnswerForm.Text, Answer = "Khrushchev" };

        foreach (var piece in new[] { "a", " ", "\u0301", "1 ", "Mao ", "😀", "\uD800", "and ", "((", "\n" })
            Assert.Equal(MarkingRule.TooLong, Marker.Mark(key, string.Concat(Enumerable.Repeat(piece, 200_000))).Rule);
    }

    [Fact]
    public void TheLongestAnswersThatFitAreMarked()
    {
        foreach (var key in Rows.Select(row => row.Key).DistinctBy(key => key.Form))
        {
            foreach (var piece in Pieces)
            {
                var longest = string.Concat(Enumerable.Repeat(piece, MarkingLimits.RawLength / piece.Length));
                Assert.NotEqual(Verdict.Right, Marker.Mark(key, longest).Verdict);
                Marker.Mark(key, longest[..Math.Min(longest.Length, MarkingLimits.TextLength)]);
            }
        }
    }

    private static string Dressed(string text, Random random)
    {
        var dressed = new StringBuilder(random.Next(2) == 0 ? "  " : "");
        foreach (var character in text)
        {
            dressed.Append(random.Next(2) == 0 ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character));
            if (char.IsLetter(character) && random.Next(4) == 0)
                dressed.Append((char)random.Next(0x0300, 0x0305));
            if (character == ' ' && random.Next(3) == 0)
                dressed.Append(random.Next(2) == 0 ? ' ' : '\u00A0');
        }

        return dressed.Append(random.Next(2) == 0 ? " " : "").ToString();
    }

    private static IEnumerable<string> WithAnotherDigit(string text) =>
        from at in Enumerable.Range(0, text.Length)
        where char.IsAsciiDigit(text[at])
        from digit in "0123456789"
        where digit != text[at]
        select $"{text[..at]}{digit}{text[(at + 1)..]}";

    private static (string Expected, string Typed) Written(DateOnly day, int number, int form)
    {
        var key = day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return form switch
        {
            0 => (key, day.ToString("d/M/yyyy", CultureInfo.InvariantCulture)),
            1 => (key, day.ToString("dd.MM.yy", CultureInfo.InvariantCulture)),
            2 => (key, day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)),
            3 => (key, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            4 => (key, day.ToString("d 'of' MMM yyyy", CultureInfo.InvariantCulture)),
            5 => (day.ToString("MMMM yyyy", CultureInfo.InvariantCulture), day.ToString("M/yyyy", CultureInfo.InvariantCulture)),
            6 => (day.ToString("yyyy", CultureInfo.InvariantCulture), day.ToString("'in' yyyy", CultureInfo.InvariantCulture)),
            7 => ($"${number} million", $"{number}m dollars"),
            8 => ($"{number}", number.ToString("N0", CultureInfo.InvariantCulture)),
            9 => ($"{number} projects", $"about {number}"),
            10 => ($"{number}%", $"{number} per cent"),
            _ => ($"{day.Year}–{(day.Year + 1) % 100:00}", $"{day.Year} to {day.Year + 1}"),
        };
    }
}
