using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Decks;

public sealed class CardFormTests : IAsyncDisposable
{
    private readonly DeckSchool school = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task AFormShowsTheCardAndStoresWhatWasTyped()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var form = await EditAsync();
        AssertFits(form);
        Assert.Equal(
            ["The peace", "Peace", "The peace came in 1953.\nThe peace held.", null],
            Assert.IsType<InteractionResponse.OpenForm>(form).Form.Fields.Cast<TextField>().Select(field => field.Value));
        var saved = await school.SendAsync(
            form, ("front", "Peace at last"), ("points", "The peace came in 1953.\n  In July.\nThe peace held."), ("notes", "Look it up."));
        Assert.Contains("**Peace at last** is changed in **Ours**", DeckSchool.TextOf(saved), StringComparison.Ordinal);
        var card = (await DeckAsync()).Cards[1];
        Assert.Equal(("peace", "Peace at last"), (card.Id.Value, card.Front));
        Assert.Equal(["peace-1", "peace-3", "peace-2"], card.AllPoints.Select(point => point.Id.Value));
        Assert.Equal("The notes say 1954; it was 1953.", card.Points[0].Correction);
        Assert.Equal(["Look it up."], card.Notes);
        Assert.Equal(5, (await DeckAsync()).Questions.Length);
    }

    [Fact]
    public async Task ANewCardIsWrittenInAForm()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var form = await school.RunAsync("deck-admin add-card", ("deck", "ours"));
        AssertFits(form);
        await school.SendAsync(form, ("front", "The thaw"), ("topic", "Peace"), ("points", "It came slowly."));
        Assert.Equal(["war", "peace", "the-thaw"], (await DeckAsync()).Cards.Select(card => card.Id.Value));
    }

    [Fact]
    public async Task NothingThatWasTypedIsLostWhenItHasAFault()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        string tooLong = new('x', DeckLimits.PointTextLength + 1);
        var refused = await school.SendAsync(await EditAsync(), ("front", "Typed with care"), ("points", tooLong));
        Assert.Contains("501 characters", DeckSchool.TextOf(refused), StringComparison.Ordinal);
        Assert.Equal("The peace", (await DeckAsync()).Cards[1].Front);

        school.Restart();
        var again = await school.PressAsync(refused, "Open the form again");
        var fields = Assert.IsType<InteractionResponse.OpenForm>(again).Form.Fields.Cast<TextField>().ToList();
        Assert.Equal(("Typed with care", tooLong), (fields[0].Value, fields[2].Value));
        await school.SendAsync(again, ("points", "The peace came in 1953.\nThe peace held."));
        Assert.Equal("Typed with care", (await DeckAsync()).Cards[1].Front);
        Assert.Equal(DeckAdminMessages.Expired, Given.TextOf(await school.PressAsync(refused, "Open the form again")));
    }

    [Fact]
    public async Task ARemovedPointThatAQuestionAsksAboutIsNamed()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var refused = await school.SendAsync(await EditAsync(), ("points", "The peace held."));
        Assert.Contains("peace-1", DeckSchool.TextOf(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckThatChangedUnderTheFormIsNotOverwritten()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var form = await EditAsync();
        await school.BringAsync(DeckText.Small("ours", "Meanwhile"));
        var told = await school.SendAsync(form, ("front", "Mine"));
        Assert.Contains("was changed while you had the form open", DeckSchool.TextOf(told), StringComparison.Ordinal);
        Assert.Equal("The peace", (await DeckAsync()).Cards[1].Front);
        await school.SendAsync(await school.PressAsync(told, "Open the form again"));
        Assert.Equal(("Meanwhile", "Mine"), ((await DeckAsync()).Title, (await DeckAsync()).Cards[1].Front));
    }

    [Fact]
    public async Task WhatHasNowhereToGoComesBackAsAFile()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        var form = await EditAsync();
        await school.PressAsync(await school.RunAsync("deck-admin remove", ("deck", "ours")), "Remove");
        Assert.Contains("Mine", DeckSchool.FileOf(await school.SendAsync(form, ("front", "Mine"))), StringComparison.Ordinal);

        await school.RunAsync("deck-admin restore", ("deck", "ours"));
        var late = await EditAsync();
        school.Now += ServerDeckLimits.UntilExpired;
        Assert.Contains("Late", DeckSchool.FileOf(await school.SendAsync(late, ("front", "Late"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormSentAsItWasChangesNothing()
    {
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        Assert.Equal(CardMessages.Unchanged, Given.TextOf(await school.SendAsync(await EditAsync())));
    }

    [Fact]
    public async Task ACardThatIsLongerThanAFormIsRefusedBeforeAnythingIsTyped()
    {
        string points = string.Concat(Enumerable.Range(0, 20).Select(i => $"      - id: long-{i}\n        text: {new string('x', 300)} {i}\n"));
        await school.BringAsync(DeckText.Small("ours", "Ours").Replace(
            "      - id: war-1\n", points + "      - id: war-1\n", StringComparison.Ordinal));
        var refused = await school.RunAsync("deck-admin edit-card", ("deck", "ours"), ("card", "war"));
        Assert.Equal(CardMessages.TooLongForAForm, Given.TextOf(refused));
    }

    [Fact]
    public async Task OneOfTheBotsCardsCannotBeEdited()
    {
        Assert.Contains("one of my own decks", Given.TextOf(await school.RunAsync("deck-admin edit-card", ("deck", "small"), ("card", "war"))),
            StringComparison.Ordinal);
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        Assert.Contains("has no card", Given.TextOf(await school.RunAsync("deck-admin edit-card", ("deck", "ours"), ("card", "no"))),
            StringComparison.Ordinal);
    }

    private static void AssertFits(InteractionResponse opened)
    {
        var form = Assert.IsType<InteractionResponse.OpenForm>(opened).Form;
        Assert.InRange(form.CustomId.Length, 1, DiscordLimits.CustomId);
        Assert.InRange(form.Title.Length, 1, DiscordLimits.FormTitle);
        Assert.InRange(form.Fields.Length, 1, DiscordLimits.FormFields);
        Assert.All(form.Fields, field =>
        {
            Assert.InRange(field.Label.Length, 1, DiscordLimits.LabelText);
            Assert.InRange((field.Description ?? "").Length, 0, DiscordLimits.LabelDescription);
        });
    }

    private Task<InteractionResponse> EditAsync() => school.RunAsync("deck-admin edit-card", ("deck", "ours"), ("card", "peace"));

    private async Task<Deck> DeckAsync() => DeckCatalogue.Read(
        (await school.Storage.ServerDecks.ReadAsync(new ServerId(Given.Guild.Value), new DeckId("ours"), Cancellation))!).Deck!;
}
