using SinoSovietBot.Study.Marking.Dates;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>One wording of a key, read once: as a date, as a number, or as words.</summary>
internal sealed class Wording
{
    public Wording(string text, NameBook names)
    {
        Text = text;
        Normalised = Normaliser.Normalise(text);
        Plain = Fillers.Strip(Normalised);
        Date = DateReader.Read(Plain);
        HasDigits = Normalised.Any(Words.IsDigit);
        Phrase = Phrase.Of(Normalised, names);

        // "100 Flowers" is a name and not a number of flowers.
        Amount = Phrase.Thing is null && AmountReader.IsNumberFirst(Plain) ? AmountReader.Read(Plain) : null;
        PlainPhrase = Plain == Normalised ? Phrase : Phrase.Of(Plain, names);
        Parts = Alternatives.Joined(Plain).ConvertAll(part => Phrase.Of(part, names));
    }

    public string Text { get; }

    public string Normalised { get; }

    /// <summary>Without filler.</summary>
    public string Plain { get; }

    public WrittenDate? Date { get; }

    public Amount? Amount { get; }

    public bool HasDigits { get; }

    public Phrase Phrase { get; }

    public Phrase PlainPhrase { get; }

    /// <summary>What stands between commas and "and".</summary>
    public List<Phrase> Parts { get; }

    /// <summary>To which years of two digits belong.</summary>
    public int Century => Date is { HasYear: true } date ? date.First.Year / 100 * 100 : 1900;
}
