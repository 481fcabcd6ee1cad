using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Checking;

/// <summary>A deck without a trap, and ways to put one into it.</summary>
internal static class TrapSample
{
    public const string Good = """
        id: tudors
        title: The Tudors
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for tests.
        names:
          - {name: Henry VIII, also: [King Henry], from: 1509, to: 1547}
          - {name: Elizabeth I, also: [Elizabeth], from: 1558, to: 1603}
          - {name: Thomas Cromwell, also: [Cromwell], from: 1532, to: 1540}
          - {name: Thomas Cranmer, also: [Cranmer], from: 1533, to: 1556}
          - {name: Reginald Pole, also: [Pole], from: 1536, to: 1558}
        near-duplicates:
          - {id: nd-wealth, theme: what the Church owned, points: [break-wealth, monks-lands]}
          - {id: nd-risings, theme: risings, points: [monks-revolt, armada-ships]}
        cards:
          - id: break
            topic: Reformation
            front: "Break with Rome: reasons"
            points:
              - {id: break-heir, text: Henry wanted a son and heir.}
              - {id: break-wealth, text: The crown wanted the great wealth of the English Church.}
              - {id: break-act, text: The Act of Supremacy made the king head of the Church., date: 1534}
              - id: break-annates
                text: Annates were the first year’s income of a new bishop.
                source: Annates taxed parish priests
                correction: Only the higher clergy paid them to Rome.
                ask: ask-corrected
              - {id: break-mood, text: Most subjects hated the Pope with a passion., ask: never-ask}
          - id: monks
            topic: Reformation
            front: "Dissolution of the monasteries (1536)"
            points:
              - {id: monks-lands, text: The lands of the monasteries made the crown rich.}
              - {id: monks-revolt, text: Northern rebels marched in the Pilgrimage of Grace.}
          - id: armada
            topic: War with Spain
            front: The Spanish Armada
            points:
              - {id: armada-faith, text: Religion was the main reason for the war.}
              - {id: armada-ships, text: Fireships scattered the fleet off Calais.}
        questions:
          - id: heir
            kind: choice
            card: break
            points: [break-heir]
            difficulty: 1
            prompt: What did the king hope for from a second marriage?
            answer: A son to follow him
            distractors:
              - {text: A port in Flanders, why: He sought none.}
              - {text: Abbey lands for his friends, point: monks-lands, why: They had them later and without it.}
              - {text: A loan from Venice, why: There was none.}
            explanation: Catherine of Aragon had borne him a daughter, and he feared a war of succession.
          - id: act-year
            kind: gap
            card: break
            points: [break-act]
            difficulty: 1
            prompt: The Act of Supremacy became law in November ____.
            answer: "1534"
            accept: [November 1534]
            reject: ["1536"]
            explanation: The Act came a year after the marriage to Anne Boleyn and made the king head of the Church.
          - id: minister
            kind: who
            card: break
            points: [break-act]
            difficulty: 2
            prompt: Which minister steered the laws of 1534 through Parliament?
            answer: Thomas Cromwell
            distractors:
              - {text: Thomas Cranmer, why: He was archbishop.}
              - {text: Stephen Gardiner, why: He was a bishop.}
            explanation: Cromwell drafted the laws of these years and found the votes for them.
          - id: revolt-card
            kind: which-card
            card: monks
            points: [monks-revolt]
            difficulty: 1
            prompt: Under which heading does the deck place the march of the northern rebels?
            answer: Dissolution of the monasteries
            distractors:
              - {text: Break with Rome, why: The march came later.}
              - {text: The Spanish Armada, why: That is fifty years on.}
            explanation: The rebels wanted the smaller houses restored, which is why the deck puts them here.
          - id: lands-true
            kind: true-false
            card: monks
            points: [monks-lands]
            difficulty: 1
            prompt: The lands of the monasteries made the crown rich.
            answer: "True"
            distractors:
              - {text: "False: they went to the bishops", why: They went to the crown.}
            explanation: The crown took the lands and sold most of them within a generation.
          - id: events
            kind: order
            card: break
            points: [break-act]
            difficulty: 3
            prompt: Put these events in order, the earliest first.
            answer: [The king marries Anne Boleyn, The Act of Supremacy is passed, The first houses are closed]
            explanation: The marriage was in January 1533, the Act in November 1534, the first closures in 1536.
          - id: weapon
            kind: typed
            card: armada
            points: [armada-ships]
            difficulty: 2
            prompt: With what did the English scatter the Spanish fleet at anchor off Calais?
            answer: Fireships
            accept: [burning ships]
            explanation: Eight burning vessels drifted down on the anchored fleet at night and broke its order.
          - id: cause-of-war
            kind: cause
            card: armada
            points: [armada-faith]
            difficulty: 2
            prompt: What was the main reason for the war with Spain, according to the deck?
            answer: The quarrel over faith
            distractors:
              - {text: The trade in Baltic timber, why: It was no Spanish trade.}
              - {text: The claim to Scottish ports, why: Spain made none.}
            explanation: The deck ranks religion first; trade and the revolt in the Netherlands come after it.

        """;

    /// <summary>The good deck with one place changed, which still has to be a deck that reads without an error.</summary>
    public static Deck With(params (string Place, string Instead)[] changes)
    {
        var text = Good;
        foreach (var (place, instead) in changes)
        {
            Assert.Contains(place, text, StringComparison.Ordinal);
            var at = text.IndexOf(place, StringComparison.Ordinal);
            text = string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + place.Length));
        }

        return Read(text);
    }

    public static Deck Read(string text)
    {
        var reading = DeckSamples.Read(text);
        Assert.True(reading.Deck is not null, string.Join('\n', DeckSamples.Lines(reading)));
        return reading.Deck;
    }

    public static ImmutableArray<string> Names(Deck deck) => [.. DeckCheck.Traps(deck).Select(finding => finding.Trap.Name)];
}
