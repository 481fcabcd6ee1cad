using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Decks;

public sealed class DeckAdminTests : IAsyncDisposable
{
    private readonly DeckSchool school = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task WhoeverMayNotManageTheServerIsRefusedWhateverDiscordLetThrough()
    {
        var use = school.Use("deck-admin import", ("file", school.Upload(DeckText.Small("ours")))) with { UserPermissions = Permissions.ManageMessages };
        Assert.Equal(DeckAdminMessages.MayNot, Given.TextOf(await school.RunAsync(use)));
        Assert.Empty(school.Room.Journal.Of<ApiCall.Download>());
        var preview = await ImportAsync(DeckText.Small("ours"));
        var press = school.Press(preview, "Confirm") with { UserPermissions = Permissions.None };
        Assert.Equal(DeckAdminMessages.MayNot, Given.TextOf(await school.RunAsync(press)));
        Assert.Null(await StoredAsync("ours"));
    }

    [Fact]
    public async Task NothingIsStoredBeforeConfirmAndAllOfItAfter()
    {
        var preview = await ImportAsync(DeckText.Small("ours", "Ours"));
        Assert.Contains("becomes the new deck **Ours** (id ours)", DeckSchool.TextOf(preview), StringComparison.Ordinal);
        Assert.Contains("**Added:** 2 cards", DeckSchool.TextOf(preview), StringComparison.Ordinal);
        Assert.Null(await StoredAsync("ours"));
        Assert.Contains("**Ours** is stored", DeckSchool.TextOf(await school.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
        Assert.Equal(5, DeckCatalogue.Read((await StoredAsync("ours"))!).Deck!.Questions.Length);
    }

    [Fact]
    public async Task TwoPressesCountOnce()
    {
        var preview = await ImportAsync(DeckText.Small("ours", "Ours"));
        await school.PressAsync(preview, "Confirm");
        Assert.Equal(ImportMessages.ConfirmedBefore, DeckSchool.ContentOf(await school.PressAsync(preview, "Confirm")).Text);
        Assert.Equal(ImportMessages.ConfirmedBefore, DeckSchool.ContentOf(await school.PressAsync(preview, "Cancel")).Text);
        Assert.Equal(1, (await StoredAsync("ours"))!.Deck.Revision);
    }

    [Fact]
    public async Task ARestartBetweenPreviewAndConfirmLosesNothing()
    {
        var preview = await ImportAsync(DeckText.Small("ours", "Ours"));
        school.Restart();
        await school.PressAsync(preview, "Confirm");
        Assert.NotNull(await StoredAsync("ours"));
    }

    [Fact]
    public async Task AnImportCanBeCancelledAndExpires()
    {
        var cancelled = await ImportAsync(DeckText.Small("ours"));
        Assert.Equal(ImportMessages.Cancelled, DeckSchool.ContentOf(await school.PressAsync(cancelled, "Cancel")).Text);
        Assert.Equal(DeckAdminMessages.Expired, DeckSchool.ContentOf(await school.PressAsync(cancelled, "Confirm")).Text);
        var late = await ImportAsync(DeckText.Small("ours"));
        school.Now += ServerDeckLimits.UntilExpired;
        Assert.Equal(DeckAdminMessages.Expired, DeckSchool.ContentOf(await school.PressAsync(late, "Confirm")).Text);
        Assert.Null(await StoredAsync("ours"));
    }

    [Fact]
    public async Task AnothersPressIsAPoliteSentence()
    {
        var preview = await ImportAsync(DeckText.Small("ours"));
        var other = school.Press(preview, "Confirm") with { User = new Person(new Snowflake(8), "Mr Hill", IsMember: true) };
        Assert.Equal(DeckAdminMessages.SomebodyElses, Given.TextOf(await school.RunAsync(other)));
        var elsewhere = school.Press(preview, "Confirm") with { Guild = new Snowflake(9001) };
        Assert.Equal(DeckAdminMessages.Expired, DeckSchool.ContentOf(await school.RunAsync(elsewhere)).Text);
    }

    [Fact]
    public async Task ADeckThatChangedSinceThePreviewIsShownAgain()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var preview = await ImportAsync(DeckText.Small("ours", "Second"));
        await school.BringAsync(DeckText.Small("ours", "Meanwhile"));
        var again = await school.PressAsync(preview, "Confirm");
        Assert.Contains("was changed since this import was shown", DeckSchool.TextOf(again), StringComparison.Ordinal);
        Assert.Equal("Meanwhile", (await StoredAsync("ours"))!.Deck.Title);
        Assert.Contains("is stored", DeckSchool.TextOf(await school.PressAsync(again, "Confirm")), StringComparison.Ordinal);
        Assert.Equal(("Second", 3), ((await StoredAsync("ours"))!.Deck.Title, (await StoredAsync("ours"))!.Deck.Revision));
        Assert.Equal(DeckAdminMessages.Expired, DeckSchool.ContentOf(await school.PressAsync(preview, "Confirm")).Text);
    }

    [Theory]
    [InlineData("update", 2)]
    [InlineData("replace", 1)]
    public async Task AnUpdateKeepsWhatTheFileDoesNotHoldAndAReplacementDoesNot(string mode, int cards)
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        string one = DeckText.Small("ours", "Ours").Split("  - id: peace")[0].Replace("front: The war", "front: The great war", StringComparison.Ordinal);
        await school.BringAsync(one, ("deck", "ours"), ("mode", mode));
        var stored = DeckCatalogue.Read((await StoredAsync("ours"))!).Deck!;
        Assert.Equal(("The great war", cards), (stored.Cards[0].Front, stored.Cards.Length));
    }

    [Fact]
    public async Task OneOfTheBotsDecksCannotBeReplacedButCopied()
    {
        string refusal = Given.TextOf(await ImportAsync(DeckText.Small()));
        Assert.Contains("one of my own decks", refusal, StringComparison.Ordinal);
        Assert.Equal(refusal, Given.TextOf(await ImportAsync(DeckText.Small("ours"), ("deck", "small"))));
        var exported = await school.RunAsync("deck-admin export", ("deck", "small"));
        await school.BringAsync(DeckSchool.FileOf(exported), ("deck", "our-small"));
        Assert.Equal("A small deck", (await StoredAsync("our-small"))!.Deck.Title);
    }

    [Fact]
    public async Task ATitleThatIsTypedForANewDeckBecomesItsId()
    {
        await school.BringAsync(DeckText.Small("whatever"), ("deck", "Détente, 1969–80"));
        Assert.NotNull(await StoredAsync("detente-1969-80"));
        Assert.Contains("cannot be the name", Given.TextOf(await ImportAsync(DeckText.Small("x"), ("deck", "冷战"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsTooLargeIsNotEvenDownloaded()
    {
        var file = school.Upload("x") with { Size = ImportLimits.TextBytes + 1 };
        string text = Given.TextOf(await school.RunAsync("deck-admin import", ("file", file)));
        Assert.Contains("2,000,001 bytes", text, StringComparison.Ordinal);
        Assert.Contains("20,000,000", text, StringComparison.Ordinal);
        Assert.Empty(school.Room.Journal.Of<ApiCall.Download>());
    }

    [Fact]
    public async Task AFileThatIsLargerThanItSaidIsNotReadToItsEnd()
    {
        var file = school.Upload(new byte[ImportLimits.TextBytes + 1], "deck.yaml") with { Size = 10 };
        Assert.Contains("More than 2000000 bytes", Given.TextOf(await school.RunAsync("deck-admin import", ("file", file))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatDiscordDoesNotGiveIsAPoliteSentence()
    {
        school.Discord.Fault = call => call is ApiCall.Download ? new HttpRequestException("gone") : null;
        Assert.Equal(ImportMessages.NotReached, Given.TextOf(await ImportAsync(DeckText.Small("ours"))));
        school.Discord.Fault = call => call is ApiCall.Download ? new AttachmentRefusedException("No *longer* there.") : null;
        Assert.Equal(@"No \*longer\* there.", Given.TextOf(await ImportAsync(DeckText.Small("ours"))));
    }

    [Fact]
    public async Task WhatCannotBeUsedIsToldWithLineAndReasonAndHasNoConfirm()
    {
        var response = await ImportAsync("id: ours\ntitel: Wrong\n");
        Assert.Contains("- line 1: ", DeckSchool.TextOf(response), StringComparison.Ordinal);
        Assert.Empty(DeckSchool.ContentOf(response).Rows);
    }

    [Fact]
    public async Task ATwentySixthDeckIsRefusedWithTheLimit()
    {
        var server = new ServerId(Given.Guild.Value);
        for (int i = 0; i < ServerDeckLimits.Decks; i++)
        {
            await school.Storage.ServerDecks.SaveAsync(
                new NewDeckVersion(new DeckAddress(new DeckId($"deck-{i}"), server), 0, "T", "S", "y", DeckChangeKind.Import),
                new DeckActor(new MemberId(1), Given.Morning));
        }

        Assert.Equal(DeckAdminMessages.TooManyDecks, Given.TextOf(await ImportAsync(DeckText.Small("ours"))));
    }

    [Fact]
    public async Task ARemovedDeckCanBeRestored()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var ask = await school.RunAsync("deck-admin remove", ("deck", "ours"));
        Assert.Equal(DeckAdminMessages.NothingChanged, DeckSchool.ContentOf(await school.PressAsync(ask, "Keep")).Text);
        Assert.NotNull(await school.Catalogue.FindAsync(Given.Guild, "ours", Cancellation));
        await school.PressAsync(ask, "Remove");
        Assert.Null(await school.Catalogue.FindAsync(Given.Guild, "ours", Cancellation));
        Assert.Equal(BrowseMessages.DeckGone, DeckSchool.ContentOf(await school.PressAsync(ask, "Remove")).Text);
        Assert.Contains("was removed", Given.TextOf(await ImportAsync(DeckText.Small("ours"))), StringComparison.Ordinal);

        Assert.Equal([new Suggestion("Ours", "ours")], await SuggestAsync("deck-admin restore", "deck", ""));
        Assert.Contains("is back", Given.TextOf(await school.RunAsync("deck-admin restore", ("deck", "ours"))), StringComparison.Ordinal);
        Assert.NotNull(await school.Catalogue.FindAsync(Given.Guild, "ours", Cancellation));
        Assert.Contains("No removed deck", Given.TextOf(await school.RunAsync("deck-admin restore", ("deck", "ours"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLastChangeCanBeTakenBackAndThatToo()
    {
        await school.BringAsync(DeckText.Small("ours", "First"));
        Assert.Equal(DeckAdminMessages.NoEarlierVersion, Given.TextOf(await school.RunAsync("deck-admin undo", ("deck", "ours"))));
        await school.BringAsync(DeckText.Small("ours", "Second"));
        var ask = await school.RunAsync("deck-admin undo", ("deck", "ours"));
        Assert.Contains("is as it was", DeckSchool.TextOf(await school.PressAsync(ask, "Take back")), StringComparison.Ordinal);
        Assert.Equal("First", (await StoredAsync("ours"))!.Deck.Title);
        Assert.Contains("changed meanwhile", DeckSchool.TextOf(await school.PressAsync(ask, "Take back")), StringComparison.Ordinal);
        await school.PressAsync(await school.RunAsync("deck-admin undo", ("deck", "ours")), "Take back");
        Assert.Equal(("Second", 4), ((await StoredAsync("ours"))!.Deck.Title, (await StoredAsync("ours"))!.Deck.Revision));
    }

    [Theory]
    [InlineData("native", "small.yaml", "id: small")]
    [InlineData("csv", "small.csv", "kind,id,card")]
    [InlineData("anki", "small.txt", "#separator:tab")]
    [InlineData("json", "small.json", "\"title\"")]
    public async Task ADeckIsExportedAsAFile(string format, string name, string begins)
    {
        var response = await school.RunAsync("deck-admin export", ("deck", "small"), ("format", format));
        Assert.Equal(name, Assert.Single(DeckSchool.ContentOf(response).Files).Name);
        Assert.Contains(begins, DeckSchool.FileOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckIsChecked()
    {
        var response = await school.RunAsync("deck-admin check", ("deck", "small"));
        Assert.Contains("2 cards, 3 points, 5 questions", DeckSchool.TextOf(response), StringComparison.Ordinal);
        Assert.Contains("measure", DeckSchool.FileOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheServersOwnDecksAreOfferedForChanging()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        Assert.Equal([new Suggestion("Ours", "ours")], await SuggestAsync("deck-admin remove", "deck", ""));
        Assert.Equal(2, (await SuggestAsync("deck-admin export", "deck", "")).Length);
        Assert.Empty(await SuggestAsync("deck-admin restore", "deck", ""));
        Assert.Equal(["war", "peace"], (await SuggestAsync("deck-admin edit-card", "card", "", ("deck", "ours"))).Select(card => card.Value));
        Assert.Equal(["peace"], (await SuggestAsync("deck-admin edit-card", "card", "PEACE", ("deck", "ours"))).Select(card => card.Value));
        Assert.Empty(await SuggestAsync("deck-admin edit-card", "card", "", ("deck", "small")));
    }

    private Task<InteractionResponse> ImportAsync(string yaml, params (string Name, object Value)[] options) =>
        school.RunAsync("deck-admin import", [("file", school.Upload(yaml)), .. options]);

    private Task<ServerDeckVersion?> StoredAsync(string deck) =>
        school.Storage.ServerDecks.ReadAsync(new ServerId(Given.Guild.Value), new DeckId(deck), Cancellation);

    private async Task<Suggestion[]> SuggestAsync(string command, string option, string typed, params (string Name, object Value)[] others)
    {
        var asked = Given.Typing(command, option, typed, others) with { UserPermissions = Permissions.ManageServer };
        return [.. Assert.IsType<InteractionResponse.Suggest>(await school.RunAsync(asked)).Choices];
    }
}
