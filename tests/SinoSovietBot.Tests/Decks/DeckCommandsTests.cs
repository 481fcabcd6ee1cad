using System.Globalization;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Decks;

public sealed class DeckCommandsTests : IAsyncDisposable
{
    private readonly DeckSchool school = new();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task ADeckIsReadCardByCardWithItsCorrections()
    {
        string text = DeckSchool.TextOf(await school.RunAsync("deck browse", ("deck", "small")));
        Assert.Contains("**The war** · War", text, StringComparison.Ordinal);
        Assert.Contains("- The war began in 1950.", text, StringComparison.Ordinal);
        Assert.Contains("- The peace came in 1953.\n  ⚠️ **Correction:** The notes say 1954; it was 1953.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATopicIsChosenByOptionOrMenu()
    {
        var all = await school.RunAsync("deck browse", ("deck", "small"));
        var menu = DeckSchool.ContentOf(all).Rows.SelectMany(row => row.Components).OfType<StringSelect>().Single();
        Assert.Equal(["All topics", "War", "Peace"], menu.Options.Select(option => option.Label));
        var peace = await school.RunAsync(Given.Choice(menu.CustomId, "2"));
        Assert.IsType<InteractionResponse.UpdateMessage>(peace);
        Assert.DoesNotContain("The war began", DeckSchool.TextOf(peace), StringComparison.Ordinal);
        Assert.Contains("The peace held.", DeckSchool.TextOf(peace), StringComparison.Ordinal);
        Assert.Equal(DeckSchool.TextOf(peace), DeckSchool.TextOf(await school.RunAsync("deck browse", ("deck", "small"), ("topic", "peace"))));
        string unknown = DeckSchool.TextOf(await school.RunAsync("deck browse", ("deck", "small"), ("topic", "no")));
        Assert.Contains("War, Peace", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAnswersAreHiddenWhileAQuizOnTheDeckIsRunningHere()
    {
        await school.RunAsync("quiz start", ("deck", "small"));
        string text = DeckSchool.TextOf(await school.RunAsync("deck browse", ("deck", "small")));
        Assert.Contains("hidden until it is over", text, StringComparison.Ordinal);
        Assert.Contains("The war", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1950", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Correction", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NorDoesAnyoneInThatQuizFindThemInADirectMessage()
    {
        await school.RunAsync("quiz start", ("deck", "small"));
        var alone = school.Use("deck browse", ("deck", "small")) with { Guild = null };
        Assert.DoesNotContain("1950", DeckSchool.TextOf(await school.RunAsync(alone)), StringComparison.Ordinal);
        var stranger = alone with { User = new Person(new Snowflake(77), "Stranger", IsMember: false) };
        Assert.Contains("1950", DeckSchool.TextOf(await school.RunAsync(stranger)), StringComparison.Ordinal);
        var elsewhere = stranger with { Guild = new Snowflake(9001) };
        Assert.Contains("1950", DeckSchool.TextOf(await school.RunAsync(elsewhere)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsKnownOfADeckIsToldAndWhoChangedIt()
    {
        string small = DeckSchool.TextOf(await school.RunAsync("deck info", ("deck", "small")));
        Assert.Contains("**Licence:** CC BY 4.0", small, StringComparison.Ordinal);
        Assert.Contains("2 cards, 3 points, 5 questions", small, StringComparison.Ordinal);
        Assert.Contains("- Peace: 1 card, 4 questions", small, StringComparison.Ordinal);
        Assert.Contains("- one of several: 5", small, StringComparison.Ordinal);
        Assert.Contains("One of my own decks", small, StringComparison.Ordinal);
        await school.BringAsync(DeckText.Small("ours", "Ours"));
        Assert.Contains("imported by <@1>", DeckSchool.TextOf(await school.RunAsync("deck info", ("deck", "ours"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonOfADeckThatIsGoneSaysSo() => Assert.Equal(
        BrowseMessages.DeckGone,
        DeckSchool.ContentOf(await school.RunAsync(Given.Press(new ComponentId.DeckPage("gone", 0, 3).ToString()))).Text);

    [Fact]
    public void TheLargestDeckFitsOnItsPagesAndNothingIsLost()
    {
        var deck = Largest();
        var known = new KnownDeck(deck.Id, deck);
        string all = "";
        for (int page = 0, pages = 1; page < pages; page++)
        {
            var message = BrowseMessages.Cards(known, new ComponentId.DeckPage(deck.Id.Value, 0, page), hidden: false);
            Assert.Empty(MessageLimits.Faults(message));
            all += message.Embeds[0].Description;
            pages = int.Parse(message.Embeds[0].Footer!.Split(' ')[3], CultureInfo.InvariantCulture);
        }

        foreach (string text in deck.Cards.SelectMany(card => card.AllPoints.Select(point => point.Id.Value).Append(card.Id.Value)))
            Assert.Contains($"~{text}~", all.Replace("\\~", "~", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(MessageLimits.Faults(BrowseMessages.Info(known, 0, hidden: false)));
        Assert.Empty(MessageLimits.Faults(BrowseMessages.Info(known, 999, hidden: false)));
    }

    // Every text as long as it may be, and all of it markdown; its id stands in it, so that it can be found again.
    private static Deck Largest()
    {
        static string Long(string id, int length) => $"~{id}~".PadLeft(length, '*');
        static Point Point(string id, int depth) => new()
        {
            Id = new PointId(id),
            Text = Long(id, DeckLimits.PointTextLength),
            Correction = Nasty.Longest(DeckLimits.CorrectionLength),
            Points = depth < DeckLimits.PointDepth ? [Point(id + "x", depth + 1)] : [],
        };
        var small = DeckCatalogue.Read(new DeckId("small"), DeckText.Small()).Deck!;
        return small with
        {
            Id = new DeckId(new string('x', DeckLimits.IdLength)),
            Title = Nasty.Longest(DeckLimits.TitleLength),
            Source = Nasty.Longest(DeckLimits.DeckSourceLength),
            Notes = [.. Enumerable.Repeat(Nasty.Longest(DeckLimits.NoteLength), DeckLimits.Notes)],
            Questions = [],
            Cards =
            [
                .. Enumerable.Range(0, 5).Select(number => new Card
                {
                    Id = new CardId($"c{number}"),
                    Topic = Long($"t{number}", DeckLimits.TopicLength),
                    Front = Long($"c{number}", DeckLimits.FrontLength),
                    Points = [.. Enumerable.Range(0, 6).Select(point => Point($"p{number}y{point}", 1))],
                    Notes = [Nasty.Longest(DeckLimits.NoteLength)],
                }),
            ],
        };
    }
}
