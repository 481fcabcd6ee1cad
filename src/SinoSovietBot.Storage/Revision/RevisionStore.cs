using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>What members have learned, in SQLite.</summary>
internal sealed class RevisionStore(Database database, GroupCommitWriter writer, RevisionWrites writes) : IRevisionStore
{
    public Task<LearnerSettings> SettingsAsync(MemberId member, CancellationToken cancellation) =>
        database.ReadAsync(connection => new RevisionReads(connection, member).Settings(), cancellation);

    public Task SaveSettingsAsync(MemberId member, LearnerSettings settings) =>
        Doing.OnAsync(writer, () => writes.SaveSettings(member, settings));

    public Task<LearnerRecord> RecordAsync(
        MemberId member, DeckAddress deck, ServerId? server, DateTimeOffset recentSince, CancellationToken cancellation) =>
        database.ReadAsync(connection => new RevisionReads(connection, member).Record(deck, server, recentSince), cancellation);

    public Task<SessionRecord?> SessionAsync(SessionId session, DateTimeOffset recentSince, CancellationToken cancellation) => database.ReadAsync(
        connection => SessionReads.Find(connection, session) is { } found
            ? new RevisionReads(connection, found.Member).Session(found, recentSince)
            : null,
        cancellation);

    public Task OpenAsync(RevisionSession session) => Doing.OnAsync(writer, () => writes.Open(session));

    public Task<bool> StepAsync(SessionStep step) => Deciding<bool>.OnAsync(writer, () => writes.Step(step));

    public Task<bool> BringBackAsync(MemberId member, DeckAddress deck, ItemId item) =>
        Deciding<bool>.OnAsync(writer, () => writes.BringBack(member, deck, item));
}
