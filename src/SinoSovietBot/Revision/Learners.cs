using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Puts together where a member stands with a deck: what is stored, what the deck has now, and the member's clock. Thread-safe.</summary>
internal sealed class Learners(IRevisionStore store, DeckItemsCache items, IOptions<RevisionOptions> options)
{
    // The longest day there is, with room for clocks that change.
    private static readonly TimeSpan Recent = TimeSpan.FromHours(50);

    /// <summary>The time zone of members who have not named theirs.</summary>
    public TimeZoneInfo OperatorZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public IRevisionStore Store => store;

    /// <summary>Where a member stands with a deck.</summary>
    /// <param name="interaction">Who asks, where and when.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="style">Null for the style the member has chosen.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LearnerDeck> ReadAsync(Interaction interaction, KnownDeck deck, RevisionStyle? style, CancellationToken cancellation)
    {
        var member = interaction.Member();
        var server = interaction.Server();
        var now = interaction.Id.CreatedAt;
        var record = await store.RecordAsync(member, deck.Address, server, now - Recent, cancellation);
        return Of(member, deck, style ?? record.Settings.Style, record, now);
    }

    /// <summary>The same without an interaction, in the style the member has chosen.</summary>
    /// <param name="member">Who.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="server">Where, for the class's exam; null in direct messages.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LearnerDeck> ReadAsync(
        MemberId member, KnownDeck deck, ServerId? server, DateTimeOffset now, CancellationToken cancellation)
    {
        var record = await store.RecordAsync(member, deck.Address, server, now - Recent, cancellation);
        return Of(member, deck, record.Settings.Style, record, now);
    }

    /// <summary>A session with its member's settings and log; null when there is none.</summary>
    public Task<SessionRecord?> SessionAsync(SessionId session, DateTimeOffset now, CancellationToken cancellation) =>
        store.SessionAsync(session, now - Recent, cancellation);

    /// <summary>What is stored, seen with a deck at a moment.</summary>
    public LearnerDeck Of(MemberId member, KnownDeck deck, RevisionStyle style, LearnerRecord record, DateTimeOffset now) => new()
    {
        Member = member,
        Items = items.Of(deck.Deck, style),
        Settings = record.Settings,
        Calendar = record.Settings.Calendar(OperatorZone),
        Now = now,
        Memories = record.Memories,
        Recent = record.Recent,
        QuizMisses = record.QuizMisses,
        Exam = record.Exam,
    };
}
