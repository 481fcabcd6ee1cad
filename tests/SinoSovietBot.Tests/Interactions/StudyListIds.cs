using CsCheck;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Tests.Interactions;

/// <summary>What the buttons and menus of <c>/study history · suspended · remind</c> and <c>/class reports</c> mean.</summary>
internal static class StudyListIds
{
    private static readonly Gen<int> Pages = Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, int.MaxValue], Gen.Const(int.MaxValue));

    private static readonly Gen<ServerId> Servers = Gen.OneOf(Gen.ULong, Gen.Const(0UL), Gen.Const(ulong.MaxValue)).Select(value => new ServerId(value));

    private static readonly Gen<DeckAddress> Decks = Gen.Select(
        Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"].Array[1, DeckLimits.IdLength], Servers.Nullable(),
        (letters, server) => new DeckAddress(new DeckId(new string(letters)), server));

    public static readonly Gen<ComponentId> Any = Gen.OneOf(
        Gen.Select(Decks, Pages, (deck, page) => (ComponentId)new ComponentId.SuspendedPage(deck, page)),
        Gen.Select(Decks, Pages, (deck, page) => (ComponentId)new ComponentId.BringBack(deck, page)),
        Gen.Select(Decks.Nullable(), Pages, (deck, page) => (ComponentId)new ComponentId.HistoryPage(deck, page)),
        Gen.Select(Decks.Nullable(), Pages, (deck, page) => (ComponentId)new ComponentId.ReportsPage(deck, page)),
        Gen.Select(Decks.Nullable(), Pages, (deck, page) => (ComponentId)new ComponentId.CloseReports(deck, page)),
        Gen.Select(Decks.Nullable(), Gen.OneOf(Gen.ULong, Gen.Const(ulong.MaxValue)), (deck, id) => (ComponentId)new ComponentId.ReopenReports(deck, id)),
        Pages.Select(page => (ComponentId)new ComponentId.ReviewMisses(page)),
        Gen.Const((ComponentId)new ComponentId.StopReminders()));
}
