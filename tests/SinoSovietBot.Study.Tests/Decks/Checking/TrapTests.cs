using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Checking;

/// <summary>One row a trap: a change to a deck without one, the trap it sets, and words of what the check says of it.</summary>
public sealed class TrapTests
{
    private const string HeirPrompt = "What did the king hope for from a second marriage?";

    public static TheoryData<string, string, string, string> Set => new()
    {
        // Two answers that can be defended, or none
        {
            "near-duplicate", "points: [break-heir]", "points: [break-heir, break-wealth]",
            "restates 'monks-lands', which is near to what is asked (what the Church owned)"
        },
        { "tested-point", "{text: A port in Flanders,", "{text: Wanted a son and heir. Henry did!, point: break-heir,", "so it is right as well" },
        { "tested-point", "text: A loan from Venice,", "text: \"Henry wanted a son, an heir\",", "restates 'break-heir'" },
        { "never-ask-option", "{text: A port in Flanders,", "{text: The hate of the Pope, point: break-mood,", "which is marked never-ask" },
        { "never-ask-option", "text: A port in Flanders,", "text: Most subjects hated the Pope with a passion,", "'break-mood'" },
        { "false-source", "text: A port in Flanders,", "text: Annates tax a parish priest,", "the uncorrected wording of 'break-annates'" },
        { "false-source", "answer: A son to follow him", "answer: Annates taxed parish priests", "Only a true-false question may show it" },
        {
            "option-in-option", "text: A port in Flanders,", "text: \"Quickly, a son to follow him\",",
            "contains the whole option 'A son to follow him'"
        },
        { "accepted-option", "accept: [burning ships]", "accept: [burning ships]\n    reject: [Burning  ships!]", "stands under 'reject' too" },
        {
            "accepted-option", "answer: Thomas Cromwell", "answer: Thomas Cromwell\n    accept: [Stephen Gardiner]",
            "'Stephen Gardiner' stands under 'accept'"
        },
        {
            "other-number", "accept: [November 1534]", "accept: [November 1535]",
            "'November 1535' under 'accept' is another number than the answer '1534'"
        },
        { "two-headings", "{text: Break with Rome,", "{text: The monasteries 1536,", "part of the heading of the question's own card" },
        {
            "two-headings", "Fireships scattered the fleet off Calais.", "Northern rebels marched again.",
            "Under the wrong option 'The Spanish Armada' the deck has 'armada-ships'"
        },
        { "actor-out-of-time", "the laws of 1534", "the laws of 1554", "has Thomas Cromwell act in 1554; by the deck's names that is 1532 to 1540" },
        {
            "actor-out-of-time", "What did the king hope", "What did Elizabeth in 1534 hope",
            "Elizabeth I act in 1534; by the deck's names that is 1558 to 1603"
        },

        // What is asked
        { "negative-stem", "What did the king hope for from a second marriage?", "Which hope was NOT the king’s?", "('NOT')" },
        { "negative-stem", "What did the king hope for from a second marriage?", "Which hope did the king not have?", "did the king not" },
        { "negative-stem", "What did the king hope for from a second marriage?", "What did he hope for, except peace?", "('except')" },
        { "all-or-none", "A loan from Venice", "None of the above", "'None of the above' speaks of the other options" },
        { "all-or-none", "A loan from Venice", "All of these", "'All of these'" },
        {
            "negative-statement", "The lands of the monasteries made the crown rich.\n    answer",
            "The lands did not make the Pope rich.\n    answer", "has a 'not'"
        },
        { "superlative", "What did the king hope for", "What was the main thing he hoped for", "'the main'" },

        // What gives the answer away
        { "answer-in-prompt", "from a second marriage?", "from Anne, if not a son to follow him?", "contains its answer 'A son to follow him'" },
        { "answer-in-prompt", "scatter the Spanish fleet", "scatter the fleet by fireships", "contains its answer 'Fireships'" },
        { "answer-in-heading", "Break with Rome: reasons", "Break with Rome (1534): reasons", "stands in the front of the card" },
        { "answer-in-heading", "topic: War with Spain", "topic: Fireships at sea", "stands in the topic of the card, 'Fireships at sea'" },
        { "year-in-order", "The first houses are closed", "The first houses are closed in 1536", "says its own year" },
        { "relative-date", "became law in November ____.", "became law in ____, two years after the break of 1532.", "'years after'" },
        {
            "answer-elsewhere", "steered the laws of 1534", "steered the laws of November 1534",
            "The answer '1534' stands in the prompt of 'minister'"
        },
        {
            "answer-elsewhere", "the war with Spain, according", "the war with the fireships off Calais, according",
            "The answer 'Fireships' stands in the prompt of 'cause-of-war'"
        },
        {
            "same-answer", "  - id: cause-of-war",
            "  - {id: again, kind: typed, card: armada, points: [armada-ships], difficulty: 1, prompt: What burned?, answer: Fireships,\n"
                + "     explanation: They were old hulks filled with pitch and set alight.}\n  - id: cause-of-war",
            "'weapon', on the same card, is typed and has the same answer"
        },
        {
            "same-prompt", "With what did the English scatter the Spanish fleet at anchor off Calais?",
            "What did the king hope for from a second marriage?", "'heir' has the same prompt"
        },
        { "long-key", "answer: A son to follow him", "answer: A son to follow him, and so a throne that is safe", "its length gives it away" },
        { "odd-form", "answer: A son to follow him", "answer: a son to follow him", "begins unlike all wrong options" },
        { "odd-form", "answer: A son to follow him", "answer: A son to follow him.", "ends unlike all wrong options" },
        { "absolute", "text: A port in Flanders", "text: All of Flanders", "says 'All'" },
        { "actor-gives-away", "text: Stephen Gardiner", "text: Reginald Pole", "Reginald Pole acts 1536 to 1558, not in 1534" },

        // Care
        { "note-style", "answer: A son to follow him", "answer: A son w/ a crown", "has 'w/'" },
        { "note-style", "from a second marriage?", "from a second marriage??", "has '??'" },
        { "misspelling", "Cromwell drafted the laws", "Crumwell drafted the laws", "'Crumwell' looks like 'Cromwell' misspelt" },
        { "thin-explanation", "Cromwell drafted the laws of these years and found the votes for them.", "Cromwell did.", "has 13 characters" },
        {
            "thin-explanation", "Eight burning vessels drifted down on the anchored fleet at night and broke its order.", "Fireships!",
            "only repeats the answer"
        },
        {
            "equal-points", "Fireships scattered the fleet off Calais.}", "Religion was the main reason for the war!}",
            "'armada-faith' and 'armada-ships' say the same"
        },
        { "repeated-front", "front: The Spanish Armada", "front: \"Break with Rome: Reasons\"", "'break' and 'armada' have the same front" },
    };

    [Fact]
    public void TheSampleHasNoTrap() => Assert.Empty(TrapSample.Names(TrapSample.Read(TrapSample.Good)));

    [Theory]
    [MemberData(nameof(Set))]
    public void EachTrapIsFound(string trap, string place, string instead, string says)
    {
        var finding = Assert.Single(DeckCheck.Traps(TrapSample.With((place, instead))));

        Assert.Equal(trap, finding.Trap.Name);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.True(finding.Message[^1] is '.', "The message is no sentence.");
    }

    [Fact]
    public void EveryTrapHasARow()
    {
        var shown = Set.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(DeckTrap.All.Select(trap => trap.Name).Except(shown, StringComparer.Ordinal));
    }

    [Fact]
    public void AnOptionThatNamesNoPointIsKnownByItsWords()
    {
        const string option = "text: Abbey lands for his friends, point: monks-lands";
        var tested = ("points: [break-heir]", "points: [break-wealth]");
        var near = TrapSample.With(tested, (option, "text: Abbey lands"));
        var restating = TrapSample.With(tested, (option, "text: The lands of monasteries made a crown rich"));

        Assert.Empty(TrapSample.Names(near));
        Assert.Equal(["near-duplicate"], TrapSample.Names(restating));
    }

    [Fact]
    public void ARightFactTurnedRoundIsAGoodWrongOption()
    {
        var turned = TrapSample.With(("text: A loan from Venice,", "text: \"A son and heir wanted Henry\","));
        var changed = TrapSample.With(("text: A loan from Venice,", "text: \"Henry wanted a son, no heir\","));

        Assert.Empty(TrapSample.Names(turned));
        Assert.Empty(TrapSample.Names(changed));
    }

    [Fact]
    public void AWrongOptionThatDoesNotFitTheArticleRulesItselfOut()
    {
        Assert.Empty(DeckCheck.Traps(With("farm")));
        Assert.Contains("'abbey' does not fit the article 'a'", Assert.Single(DeckCheck.Traps(With("abbey"))).Message, StringComparison.Ordinal);

        static Deck With(string option) => TrapSample.With(
            (HeirPrompt, "The king hoped for a"),
            ("A son to follow him", "son"),
            ("A port in Flanders", "port"),
            ("Abbey lands for his friends", option),
            ("A loan from Venice", "loan"));
    }

    [Fact]
    public void APromptMaySpeakOfSomebodyWhoseTimeIsOver() =>
        Assert.Empty(TrapSample.Names(TrapSample.With((HeirPrompt, "What did the memory of Cromwell mean in 1560?"))));

    [Fact]
    public void EnemiesMayAnswerEachOther()
    {
        var same = ("With what did the English scatter the Spanish fleet at anchor off Calais?", HeirPrompt);
        var told = ("the war with Spain, according", "the war with the fireships off Calais, according");
        var enemies = ("accept: [burning ships]", "accept: [burning ships]\n    enemies: [heir, cause-of-war]");

        Assert.Empty(TrapSample.Names(TrapSample.With(same, enemies)));
        Assert.Empty(TrapSample.Names(TrapSample.With(told, enemies)));
    }

    [Fact]
    public void EqualPointsAreNoTrapWhereTheDeckCallsThemTheSame()
    {
        var equal = ("Fireships scattered the fleet off Calais.}", "Religion was the main reason for the war!}");
        var known = ("near-duplicates:\n", "near-duplicates:\n  - {id: nd-faith, theme: faith, points: [armada-faith, armada-ships], same: true}\n");

        Assert.Empty(TrapSample.Names(TrapSample.With(equal, known)));
    }

    [Theory]
    [InlineData("negative-stem", "What did the king hope for", "Which hope was NOT his")]
    [InlineData("absolute", "text: A port in Flanders", "text: All of Flanders")]
    [InlineData("superlative", "What did the king hope for", "What was the main thing he hoped for")]
    public void RulesAboutEnglishWordsAreKeptToEnglish(string trap, string place, string instead)
    {
        Assert.Equal([trap], TrapSample.Names(TrapSample.With((place, instead))));
        Assert.Empty(TrapSample.Names(TrapSample.With((place, instead), ("language: en-GB", "language: de"))));
    }

    [Theory]
    [InlineData("option-in-option", "It had many allies", "Maybe it was isolated")]
    [InlineData("option-in-option", "\"False: Stalin ordered it\"", "\"False: Stalin and Kim pressed for it\"")]
    [InlineData("answer-in-prompt", "position of the republic?", "position when it was isolated?")]
    public void WhatTheReaderWarnsOfIsFoundAgain(string trap, string place, string instead)
    {
        var reading = DeckSamples.Read(DeckSamples.With(place, instead));

        Assert.Single(reading.Problems);
        Assert.Contains(trap, TrapSample.Names(reading.Deck!));
    }

    [Fact]
    public void FindingsComeInTheOrderOfTheDeck()
    {
        var deck = TrapSample.With(
            ("answer: A son to follow him", "answer: a son to follow him??"), ("Cromwell drafted the laws", "Crumwell drafted the laws"),
            ("front: The Spanish Armada", "front: \"Break with Rome: reasons\""));

        Assert.Equal(["repeated-front", "odd-form", "note-style", "misspelling"], TrapSample.Names(deck));
    }
}
