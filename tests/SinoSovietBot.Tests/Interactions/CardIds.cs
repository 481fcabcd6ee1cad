using CsCheck;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Tests.Interactions;

/// <summary>What the buttons, menus and forms of <c>/card</c> mean.</summary>
internal static class CardIds
{
    private static readonly Gen<SessionId> Sessions =
        Gen.OneOf(Gen.ULong, Gen.Const(0UL), Gen.Const(ulong.MaxValue)).Select(value => new SessionId(value));

    private static readonly Gen<int> Numbers = Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, int.MaxValue], Gen.Const(int.MaxValue));

    private static readonly Gen<string> Ids =
        Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"].Array[1, DeckLimits.IdLength].Select(chars => new string(chars));

    // Those of made questions are the longest.
    private static readonly Gen<ItemId> Items = Gen.OneOf(
        Ids.Select(id => ItemId.Of(new CardId(id))),
        Ids.Select(id => ItemId.Of(new QuestionId(id))),
        Ids.Select(id => ItemId.Of(new QuestionId($"made:choice:{id}"))));

    public static readonly Gen<ComponentId> Any = Gen.OneOf(
        Numbered((session, position, page) => new ComponentId.CardBack(session, position, page)),
        Numbered((session, position, level) => new ComponentId.CardHint(session, position, level)),
        Numbered((session, position, option) => new ComponentId.CardOption(session, position, option)),
        Gen.Select(Sessions, Numbers, Gen.Enum<Grade>(), (session, position, grade) => (ComponentId)new ComponentId.CardGrade(session, position, grade)),
        Placed((session, position) => new ComponentId.CardType(session, position)),
        Placed((session, position) => new ComponentId.CardTyped(session, position)),
        Placed((session, position) => new ComponentId.CardRight(session, position)),
        Placed((session, position) => new ComponentId.CardUndo(session, position)),
        Placed((session, position) => new ComponentId.CardSuspend(session, position)),
        Placed((session, position) => new ComponentId.CardStop(session, position)),
        Placed((session, position) => new ComponentId.CardLook(session, position)),
        Placed((session, position) => new ComponentId.CardReport(session, position)),
        Gen.Select(Sessions, Items, (session, item) => (ComponentId)new ComponentId.CardReported(session, item)),
        Gen.Select(Sessions, Gen.Enum<RevisionMode>(), (session, mode) => (ComponentId)new ComponentId.CardAgain(session, mode)),
        Gen.Select(Gen.Enum<RevisionMode>(), Numbers, (mode, count) => (ComponentId)new ComponentId.CardDecks(mode, count)));

    private static Gen<ComponentId> Placed(Func<SessionId, int, ComponentId> make) => Gen.Select(Sessions, Numbers, make);

    private static Gen<ComponentId> Numbered(Func<SessionId, int, int, ComponentId> make) => Gen.Select(Sessions, Numbers, Numbers, make);
}
