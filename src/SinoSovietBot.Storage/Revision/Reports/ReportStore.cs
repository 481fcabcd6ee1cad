using System.Collections.Immutable;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Storage.Revision.Reports;

/// <summary>Reports in SQLite.</summary>
internal sealed class ReportStore(Database database, GroupCommitWriter writer, ReportWrites writes) : IReportStore
{
    public Task AddAsync(CardReport report) => Doing.OnAsync(writer, () => writes.Add(report));

    public Task<ImmutableArray<CardReport>> OpenAsync(ServerId server, DeckAddress? deck, int skip, int take, CancellationToken cancellation) =>
        database.ReadAsync(connection => ReportReads.Open(connection, server, deck, skip, take), cancellation);

    public Task<int> CloseAsync(ServerId server, ImmutableArray<ulong> reports, MemberId by, DateTimeOffset at) =>
        Deciding<int>.OnAsync(writer, () => writes.Close(server, reports, by, at));

    public Task<int> ReopenAsync(ServerId server, MemberId by, DateTimeOffset at) =>
        Deciding<int>.OnAsync(writer, () => writes.Reopen(server, by, at));
}
