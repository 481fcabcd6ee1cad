using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Takes in reviews from elsewhere. Used on the writer's thread only.</summary>
internal sealed class ImportWrites(DeckKeys decks, MemoryWrites memories, ReviewWrites reviews)
{
    /// <returns>How many reviews were added.</returns>
    public int Import(MemberId member, DeckAddress deck, ImmutableArray<Review> imported, ImmutableArray<ItemMemory> remembered)
    {
        long owner = (long)member.Value;
        long key = decks.FindOrAdd(deck);
        int added = imported.Count(review => reviews.AddMissing(owner, key, review));
        foreach (var memory in remembered)
        {
            // What was reviewed since the import was put together is newer than what it knows.
            if (memories.ReviewedAt(owner, key, memory.Item) is not { } stored || stored <= memory.ReviewedAt?.ToUnixTimeMilliseconds())
                memories.Set(owner, key, memory);
        }

        return added;
    }
}
