using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking;

/// <summary>The units of numbers.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["$"] = "$",
        ["usd"] = "$",
        ["dollar"] = "$",
        ["dollars"] = "$",
        ["£"] = "£",
        ["gbp"] = "£",
        ["pound"] = "£",
        ["pounds"] = "£",
        ["sterling"] = "£",
        ["€"] = "€",
        ["euro"] = "€",
        ["euros"] = "€",
        ["₽"] = "rouble",
        ["rouble"] = "rouble",
        ["roubles"] = "rouble",
        ["ruble"] = "rouble",
        ["rubles"] = "rouble",
        ["¥"] = "yuan",
        ["yuan"] = "yuan",
        ["rmb"] = "yuan",
        ["renminbi"] = "yuan",
        ["%"] = "%",
        ["percent"] = "%",
        ["pc"] = "%",
        ["percentage"] = "%",
        ["km"] = "kilometre",
        ["kms"] = "kilometre",
        ["kilometre"] = "kilometre",
        ["kilometres"] = "kilometre",
        ["kilometer"] = "kilometre",
        ["kilometers"] = "kilometre",
        ["mile"] = "mile",
        ["miles"] = "mile",
        ["ton"] = "tonne",
        ["tons"] = "tonne",
        ["tonne"] = "tonne",
        ["tonnes"] = "tonne",
        ["year"] = "year",
        ["years"] = "year",
        ["yrs"] = "year",
        ["month"] = "month",
        ["months"] = "month",
        ["week"] = "week",
        ["weeks"] = "week",
        ["day"] = "day",
        ["days"] = "day",
        ["people"] = "people",
        ["men"] = "men",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Signs = FrozenSet.Create(StringComparer.Ordinal, "$", "£", "€", "rouble", "yuan", "%");

    /// <summary>The unit that a word always means; null where it is some noun.</summary>
    public static string? Known(string word) => Names.GetValueOrDefault(word);

    /// <summary>A measure in the singular, which goes with the noun behind it: a five-year plan is one plan.</summary>
    public static bool IsMeasure(string word) =>
        word is "year" or "month" or "week" or "day" or "mile" or "kilometre" or "ton" or "tonne" or "power" or "point";

    /// <summary>Currencies and per cent: a count of things cannot have them.</summary>
    public static bool IsSign(string unit) => Signs.Contains(unit);
}
