using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Storage.Tests.Decks;

/// <summary>Versions of decks. The store does not read them, so a text will do.</summary>
internal static class ADeck
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly ServerId Riverside = new(9000);

    public static readonly ServerId Hilltop = new(9001);

    public static DeckId Id(string id = "cold-war") => new(id);

    public static NewDeckVersion Version(string yaml = "first", int before = 0, string id = "cold-war", ServerId? server = null) => new(
        new DeckAddress(new DeckId(id), server ?? Riverside), before, $"Title of {id}", "History", yaml, DeckChangeKind.Import);

    public static DeckActor Actor(TimeSpan later = default, ulong member = 1) => new(new MemberId(member), Morning + later);

    /// <summary>Stores a version, which must be taken.</summary>
    public static async Task SaveAsync(this IServerDeckStore store, NewDeckVersion version, TimeSpan later = default) =>
        Xunit.Assert.IsType<DeckSaving.Saved>(await store.SaveAsync(version, Actor(later)));
}
