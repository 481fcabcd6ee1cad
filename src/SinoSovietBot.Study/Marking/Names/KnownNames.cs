using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking.Names;

/// <summary>The general table: spellings, without spaces, of people, places and terms.</summary>
internal static class KnownNames
{
    public static readonly FrozenDictionary<string, NamedThing> BySpelling = Build();

    public static readonly IReadOnlyList<NamedThing> All = [.. BySpelling.Values.Distinct()];

    /// <summary>A spelling as words without spaces, as <see cref="BySpelling"/> has them.</summary>
    public static string Compact(IEnumerable<string> words) => string.Concat(words);

    private static FrozenDictionary<string, NamedThing> Build()
    {
        var table = new Dictionary<string, NamedThing>(StringComparer.Ordinal);
        foreach (var line in KnownPeople.Chinese)
            Add(table, NameKind.Person, ChineseForms(line));
        foreach (var line in KnownPeople.Western)
            Add(table, NameKind.Person, WesternForms(line));
        (NameKind Kind, string[] Lines)[] groups =
            [(NameKind.Person, KnownPeople.Others), (NameKind.Place, KnownPlaces.Groups), (NameKind.Term, KnownTerms.Groups)];
        foreach (var (kind, lines) in groups)
        {
            foreach (var line in lines)
                Add(table, kind, line.Split('|'));
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // The first line that has a spelling keeps it.
    private static void Add(Dictionary<string, NamedThing> table, NameKind kind, IEnumerable<string> spellings)
    {
        var words = spellings.Select(spelling => Words.Of(Folding.Fold(spelling))).ToList();
        var known = words.Select(Compact).Select(table.GetValueOrDefault).FirstOrDefault(thing => thing is not null);
        var thing = known ?? new NamedThing(kind, "@" + Compact(words[0]));
        foreach (var spelling in words)
        {
            if (table.TryAdd(Compact(spelling), thing))
                thing.Add(spelling);
        }
    }

    private static IEnumerable<string> ChineseForms(string line)
    {
        var (given, surnames) = Parts(line);
        foreach (var (surname, alone) in surnames)
        {
            foreach (var name in given)
            {
                yield return $"{surname} {name}";
                if (name.Length > 3)
                    yield return $"{name} {surname}";
            }

            if (alone)
                yield return surname;
        }
    }

    private static IEnumerable<string> WesternForms(string line)
    {
        var (given, surnames) = Parts(line);
        foreach (var (surname, alone) in surnames)
        {
            foreach (var names in GivenForms(given))
                yield return $"{names} {surname}";
            if (alone)
                yield return surname;
        }
    }

    // "nikita,sergeyevich": Nikita, N, Nikita Sergeyevich, N S; each with its other spellings.
    private static IEnumerable<string> GivenForms(string[] given)
    {
        var places = string.Join('|', given).Split(',').Select(place => place.Split('|')).ToArray();
        foreach (var first in places[0])
        {
            yield return first;
            foreach (var second in places.Skip(1).SelectMany(place => place))
            {
                yield return $"{first} {second}";
                yield return $"{first} {second[0]}";
            }
        }

        yield return places[0][0][..1];
        if (places.Length > 1)
            yield return $"{places[0][0][0]} {places[1][0][0]}";
    }

    private static (string[] Given, IEnumerable<(string Surname, bool Alone)> Surnames) Parts(string line)
    {
        var parts = line.Split(':');
        return (parts[0].Split('|'), parts[1].Split('|').Select(name => (name.TrimEnd('*'), !name.EndsWith('*'))));
    }
}
