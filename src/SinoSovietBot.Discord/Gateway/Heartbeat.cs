namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// Beats until cancelled. The first beat comes after a random part of the interval, so that bots which reconnected together do not beat together.
/// A beat that was not acknowledged when the next is due means a dead connection that TCP has not noticed.
/// </summary>
internal sealed class Heartbeat(TimeProvider time, Dice dice)
{
    private bool _awaitingAck;

    /// <summary>Discord answered the last beat.</summary>
    public void Acknowledged() => Volatile.Write(ref _awaitingAck, false);

    /// <returns>True when the connection is dead, false when sending failed or <paramref name="cancellation"/> ended it.</returns>
    public async Task<bool> RunAsync(TimeSpan interval, Func<Task> send, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(interval * dice.Next(), time, cancellation).ConfigureAwait(false);
            while (!Volatile.Read(ref _awaitingAck))
            {
                Volatile.Write(ref _awaitingAck, true);
                await send().ConfigureAwait(false);
                await Task.Delay(interval, time, cancellation).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (SocketLostException)
        {
            // The socket loop meets the same loss in its receive and reports it.
            return false;
        }
    }
}
