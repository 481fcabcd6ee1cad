using CsCheck;
using SinoSovietBot.Discord;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Interactions;

public class ComponentIdTests
{
    private static readonly Gen<QuizId> Quizzes = Gen.OneOf(Gen.ULong, Gen.Const(0UL), Gen.Const(ulong.MaxValue)).Select(value => new QuizId(value));
    private static readonly Gen<WaitingId> Waiting = Gen.ULong.Select(value => new WaitingId(value));
    private static readonly Gen<ulong> Messages = Gen.OneOf(Gen.ULong, Gen.Const(0UL), Gen.Const(ulong.MaxValue));
    private static readonly Gen<int> Numbers = Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, int.MaxValue], Gen.Const(int.MaxValue));
    private static readonly Gen<string> Decks = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"].Array[1, DeckLimits.IdLength].Select(chars =>
        new string(chars));

    private static readonly Gen<ComponentId> Ids = Gen.OneOf(
        Quizzes.Select(quiz => (ComponentId)new ComponentId.Join(quiz)),
        Quizzes.Select(quiz => (ComponentId)new ComponentId.Leave(quiz)),
        Quizzes.Select(quiz => (ComponentId)new ComponentId.StartNow(quiz)),
        Quizzes.Select(quiz => (ComponentId)new ComponentId.MyResults(quiz)),
        Quizzes.Select(quiz => (ComponentId)new ComponentId.ConfirmStop(quiz)),
        Quizzes.Select(quiz => (ComponentId)new ComponentId.CancelStop(quiz)),
        Gen.Select(Quizzes, Numbers, (quiz, page) => (ComponentId)new ComponentId.ResultsPage(quiz, page)),
        Gen.Select(Quizzes, Numbers, Numbers, (quiz, round, option) => (ComponentId)new ComponentId.Answer(quiz, round, option)),
        Waiting.Select(import => (ComponentId)new ComponentId.ConfirmImport(import)),
        Waiting.Select(import => (ComponentId)new ComponentId.CancelImport(import)),
        Waiting.Select(card => (ComponentId)new ComponentId.OpenCard(card)),
        Waiting.Select(card => (ComponentId)new ComponentId.CardForm(card)),
        Decks.Select(deck => (ComponentId)new ComponentId.DeckTopics(deck)),
        Gen.Select(Numbers, Numbers, Numbers, (fresh, reviews, percent) => (ComponentId)new ComponentId.TakePlan(fresh, reviews, percent)),
        Decks.Select(deck => (ComponentId)new ComponentId.RemoveDeck(deck)),
        Decks.Select(deck => (ComponentId)new ComponentId.KeepDeck(deck)),
        Gen.Select(Decks, Numbers, (deck, page) => (ComponentId)new ComponentId.DeckInfo(deck, page)),
        Gen.Select(Decks, Numbers, (deck, revision) => (ComponentId)new ComponentId.UndoDeck(deck, revision)),
        Gen.Select(Decks, Numbers, Numbers, (deck, topic, page) => (ComponentId)new ComponentId.DeckPage(deck, topic, page)),
        Gen.Select(Quizzes, Numbers, Messages.Nullable(), (quiz, round, message) => (ComponentId)new ComponentId.TypeAnswer(quiz, round, message)),
        Gen.Select(Quizzes, Numbers, Messages, (quiz, round, message) => (ComponentId)new ComponentId.TypedAnswer(quiz, round, message)),
        Gen.Select(Gen.Enum<LeaderboardPeriod>(), Decks.Null(), Numbers,
            (period, deck, page) => (ComponentId)new ComponentId.Board(period, deck, page)),
        CardIds.Any,
        StudyListIds.Any);

    [Fact]
    public void EveryIdIsReadBackAsItWasWrittenAndFits() => Ids.Sample(id =>
    {
        string written = id.ToString();
        Assert.InRange(written.Length, 1, DiscordLimits.CustomId);
        Assert.Equal(id, ComponentId.Parse(written));
    });

    [Fact]
    public void TheFamilyTestedAboveIsWhole()
    {
        var family = typeof(ComponentId).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ComponentId)) && !type.IsAbstract).Select(type => type.Name).ToHashSet();
        var seen = new HashSet<string>();
        Ids.Sample(id => seen.Add(id.GetType().Name) || true, iter: 4_000, threads: 1);
        Assert.Equal(family, seen);
    }

    [Fact]
    public void NoTextMakesTheReaderThrow() => Gen.String.Sample(text => Record.Exception(() => ComponentId.Parse(text)) is null);

    [Fact]
    public void WhatIsReadFromAnAlteredIdIsAnIdAgainOrNothing() =>
        Gen.Select(Ids, Gen.Int[0, 30], Gen.Char.AlphaNumeric).Sample((id, place, character) =>
        {
            char[] altered = id.ToString().ToCharArray();
            altered[place % altered.Length] = character;
            var read = ComponentId.Parse(new string(altered));
            Assert.Equal(read, read is null ? null : ComponentId.Parse(read.ToString()));
        });

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData(":::::")]
    [InlineData("2:j:4242")]
    [InlineData("1:z:4242")]
    [InlineData("1:j:")]
    [InlineData("1:j:4242:5")]
    [InlineData("1:j:42-2")]
    [InlineData("1:j:zzzzzzzzzzz")]
    [InlineData("1:j:000000000000")]
    [InlineData("1:a:4242:1")]
    [InlineData("1:a:4242:-1:2")]
    [InlineData("1:a:4242:1:-2")]
    [InlineData("1:a:4242:1: 2")]
    [InlineData("1:a:4242:99999999999:2")]
    [InlineData("1:r:4242:")]
    [InlineData("1:dp:0:small")]
    [InlineData("1:du:-1:small")]
    [InlineData("1:dc:4242:5")]
    [InlineData("1:df:é")]
    [InlineData("1:t:4242")]
    [InlineData("1:t:4242:1:")]
    [InlineData("1:f:4242:1")]
    [InlineData("1:f:4242:1:-")]
    [InlineData("1:sa:0:")]
    [InlineData("1:sa:0:-/small")]
    [InlineData("1:sb:0:A/")]
    [InlineData("1:sc:-1:")]
    [InlineData("1:sd:x")]
    [InlineData("1:se:1")]
    [InlineData("1:cb:4242:1")]
    [InlineData("1:cg:4242:1:0")]
    [InlineData("1:cg:4242:1:5")]
    [InlineData("1:cn:4242:9")]
    [InlineData("1:cd:9:10")]
    [InlineData("1:cm:4242:x:war")]
    [InlineData("1:cs:4242:1:1")]
    [InlineData("1:b:9:0:")]
    [InlineData("1:b:0:-1:")]
    [InlineData("1:b:0:0")]
    [InlineData("button_campaign_approve:7")]
    public void WhatThisVersionDoesNotKnowIsNothing(string customId) => Assert.Null(ComponentId.Parse(customId));

    [Fact]
    public void AnyNumberOfSixtyFourBitsIsReadBackFromItsLettersAndDigits() => Gen.ULong.Sample(value =>
    {
        string written = Base62.Write(value);
        Assert.InRange(written.Length, 1, 11);
        Assert.Equal(value, Base62.Read(written));
    });

    [Theory]
    [InlineData(0UL, "0")]
    [InlineData(61UL, "z")]
    [InlineData(62UL, "10")]
    [InlineData(ulong.MaxValue, "LygHa16AHYF")]
    public void TheLettersAndDigitsAreThese(ulong value, string written) => Assert.Equal(written, Base62.Write(value));

    [Theory]
    [InlineData("")]
    [InlineData("LygHa16AHYG")]
    [InlineData("1.5")]
    [InlineData("é")]
    public void LettersAndDigitsThatAreNoNumberAreNothing(string text) => Assert.Null(Base62.Read(text));
}
