using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision.Reports;

/// <summary>What members say is wrong with cards and questions: a queue for each server. Thread-safe.</summary>
public interface IReportStore
{
    /// <summary>Puts a report at the end of the queue of its server.</summary>
    Task AddAsync(CardReport report);

    /// <summary>Reports made in a server that are not done, the newest first.</summary>
    /// <param name="server">Which server.</param>
    /// <param name="deck">Only those of this deck; null for all.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">The most to return.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ImmutableArray<CardReport>> OpenAsync(ServerId server, DeckAddress? deck, int skip, int take, CancellationToken cancellation);

    /// <summary>Marks reports made in a server as done. They stay stored.</summary>
    /// <param name="server">Which server; those of others are left alone.</param>
    /// <param name="reports">Their ids.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    /// <returns>How many were not done before.</returns>
    Task<int> CloseAsync(ServerId server, ImmutableArray<ulong> reports, MemberId by, DateTimeOffset at);

    /// <summary>Opens again what a member marked as done at a moment.</summary>
    /// <param name="server">Which server.</param>
    /// <param name="by">Who marked it.</param>
    /// <param name="at">When, to the millisecond.</param>
    /// <returns>How many are open again.</returns>
    Task<int> ReopenAsync(ServerId server, MemberId by, DateTimeOffset at);
}
