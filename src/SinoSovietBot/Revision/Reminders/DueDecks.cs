using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Reminders;

/// <summary>Looks at what is due for a member, in all decks of which they have learned something. Thread-safe.</summary>
internal sealed class DueDecks(DeckCatalogue decks, Learners learners, IReviewLog log)
{
    /// <summary>The decks of which something comes back on the member's day, the one last revised first. New items are no reason to write to anybody.</summary>
    public async Task<ImmutableArray<DueDeck>> OfAsync(MemberId member, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = ImmutableArray.CreateBuilder<DueDeck>();
        foreach (var address in await log.DecksAsync(member, cancellation))
        {
            if (await decks.FindAsync(address, cancellation) is not { } deck)
                continue;
            var learner = await learners.ReadAsync(member, deck, address.Server, now, cancellation);
            if (RevisionQueue.DueToday(learner) is > 0 and var items)
                due.Add(new DueDeck(deck.Deck.Title, items, address.Server is not null));
        }

        return due.ToImmutable();
    }
}
