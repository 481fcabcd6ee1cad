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
        Amount = AmountReader.IsNumberFirst(Plain) ? AmountReader.Read(Plain) : null;
        HasDigits = Normalised.Any(Words.IsDigit);
        Phrase = Phrase.Of(Normalised, names);
        PlainPhrase = Plain == Normalised ? Phrase : Phrase.Of(Plain, names);
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

    /// <summary>To which years of two digits belong.</summary>
    public int Century => Date is { HasYear: true } date ? date.First.Year / 100 * 100 : 1900;
}
