using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks;

/// <summary>Deletes removed decks once they cannot be restored any more, and imports and forms that nobody finished; at the start and every hour.</summary>
internal sealed class BinEmptier(IServerDeckStore store, TimeProvider time, ILogger<BinEmptier> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await EmptyAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task EmptyAsync()
    {
        try
        {
            if (await store.PurgeAsync(time.GetUtcNow()) is > 0 and var decks)
                Log.DecksPurged(logger, decks);
        }
        catch (StorageException exception)
        {
            // The next hour will do as well.
            Log.PurgeFailed(logger, exception.Message);
        }
    }
}
