using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>What a member typed, read once.</summary>
internal sealed class Typed
{
    public Typed(string normalised, NameBook names)
    {
        Normalised = normalised;
        Plain = Fillers.Strip(normalised);
        Phrase = Phrase.Of(normalised, names);
        PlainPhrase = Plain == normalised ? Phrase : Phrase.Of(Plain, names);
        Amount = AmountReader.Read(Plain);
        Parts = Alternatives.Joined(Plain).ConvertAll(part => Phrase.Of(part, names));
    }

    public string Normalised { get; }

    /// <summary>Without filler.</summary>
    public string Plain { get; }

    public Phrase Phrase { get; }

    public Phrase PlainPhrase { get; }

    public Amount? Amount { get; }

    /// <summary>What stands between commas and "and".</summary>
    public List<Phrase> Parts { get; }

    public bool IsExactly(Wording wording) => Normalised == wording.Normalised || Plain == wording.Normalised || Plain == wording.Plain;
}
