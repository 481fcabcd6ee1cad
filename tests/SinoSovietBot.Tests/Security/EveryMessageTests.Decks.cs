using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Tests.Security;

public partial class EveryMessageTests
{
    private static Dictionary<string, Func<string, MessageContent>> OfDeckAdmins() => new()
    {
        ["DeckAdminMessages.AskRemoval"] = text => DeckAdminMessages.AskRemoval(Brought(text)),
        ["DeckAdminMessages.AskUndo"] = text => DeckAdminMessages.AskUndo(Brought(text), Brought(text)),
        ["DeckAdminMessages.BotsOwn"] = text => Said(DeckAdminMessages.BotsOwn(text, new DeckId("small"))),
        ["DeckAdminMessages.Exported"] = text => DeckAdminMessages.Exported(text, new FileUpload("small.yaml", new byte[1])),
        ["DeckAdminMessages.InTheBin"] = text => Said(DeckAdminMessages.InTheBin(text, new DeckId("small"))),
        ["DeckAdminMessages.NothingToRestore"] = text => Said(DeckAdminMessages.NothingToRestore(text)),
        ["DeckAdminMessages.Refusal"] = text => Said(DeckAdminMessages.Refusal(new OwnDeck.Unknown([text, "other"]), text)),
        ["DeckAdminMessages.Refusal_unreadable"] = text => Said(
            DeckAdminMessages.Refusal(new OwnDeck.Found(new ServerDeckVersion(Brought(text), ""), new DeckReading(null, [])), text)),
        ["DeckAdminMessages.Removed"] = text => Said(DeckAdminMessages.Removed(text)),
        ["DeckAdminMessages.Restored"] = text => Said(DeckAdminMessages.Restored(text)),
        ["DeckAdminMessages.Undone"] = text => Said(DeckAdminMessages.Undone(text)),
        ["DeckAdminMessages.UnknownDeck"] = text => Said(DeckAdminMessages.UnknownDeck(text, [])),
        ["ImportMessages.Confirmed"] = text => ImportMessages.Confirmed(text, new DeckId("small"), 2, Changes(text)),
        ["ImportMessages.NoId"] = text => Said(ImportMessages.NoId(text)),
        ["ImportMessages.NotRead"] = text => Said(ImportMessages.NotRead(text)),
        ["ImportMessages.Preview"] = text => ImportMessages.Preview(Preview(text), new WaitingId(1), again: true),
        ["ImportMessages.Unusable"] = text => ImportMessages.Unusable(text, [Problem(text)], [text]),
    };
}
