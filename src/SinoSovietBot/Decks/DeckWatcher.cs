using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Decks;

/// <summary>
/// Reads decks at the start and again when a file changes. It looks every few seconds instead of subscribing to the file system, because
/// subscriptions are lost on network drives and container mounts without a word.
/// </summary>
internal sealed class DeckWatcher(DeckLibrary library, TimeProvider time, ILogger<DeckWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Beside the connecting to Discord, which takes about as long.
        if (library.Decks.IsEmpty)
            Log.NoDecks(logger, library.Folder);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                library.Refresh();
            }
            catch (Exception exception)
            {
                // An edit of a deck must never stop a quiz.
                Log.DeckWatchFailed(logger, exception);
            }
        }
    }
}
