using System.Net;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Keeps one gateway session alive across connections.</summary>
internal sealed class GatewayClient(GatewayKit kit, Func<IGatewaySocket> sockets, AskGatewayStart askStart, EventQueue queue)
{
    /// <summary>After this many failed tries at the address that Discord named for resuming, the general one is tried.</summary>
    private const int TriesAtResumeAddress = 3;

    /// <summary>
    /// After this many the session is given up and Discord asked where its gateway is by now. By then minutes have passed: Discord has forgotten
    /// the session, and whoever pressed a button meanwhile has long been told that it failed.
    /// </summary>
    private const int TriesAtResuming = 10;

    private readonly Dispatcher _dispatcher = new(queue, kit.Options.ApiBase, kit.Time, kit.Log);
    private readonly ReconnectPolicy _policy = new(kit.Time, kit.Dice);
    private readonly Backoff _askBackoff = new(GatewayTimes.FirstBackoff, GatewayTimes.LongestBackoff, kit.Dice);
    private GatewaySession? _session;
    private Uri? _generalAddress;
    private long? _lastIdentify;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="DiscordConnectionException">Discord will not have this bot.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                Uri address = await FindAddressAsync(cancellation).ConfigureAwait(false);
                (GatewayEnding ending, bool established) = await ConnectAsync(address, cancellation).ConfigureAwait(false);
                if (ending is GatewayEnding.Stopped) return;
                if (ending is GatewayEnding.Refused refused) throw new DiscordConnectionException(refused.Sentence);
                await PauseAsync(ending, established, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.Stopped(kit.Log);
        }
    }

    private async Task<(GatewayEnding Ending, bool Established)> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        using var connection = new GatewayConnection(kit, sockets(), _dispatcher, _session);
        GatewayEnding ending = await connection.RunAsync(address, cancellation).ConfigureAwait(false);
        _session = ending is GatewayEnding.Identify ? null : connection.Session;
        _lastIdentify = connection.IdentifiedAt ?? _lastIdentify;
        if (connection.Established && ending is GatewayEnding.Resume or GatewayEnding.Identify) queue.Add(new ConnectionLost());
        return (ending, connection.Established);
    }

    private async Task PauseAsync(GatewayEnding ending, bool established, CancellationToken cancellation)
    {
        TimeSpan wait = _policy.After(ending, established);
        string why = ending switch
        {
            GatewayEnding.Resume resume => resume.Why,
            GatewayEnding.Identify identify => identify.Why,
            _ => "",
        };
        Log.Reconnecting(kit.Log, why, wait.TotalSeconds);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, kit.Time, cancellation).ConfigureAwait(false);
    }

    // No REST call on the way to a resume: it would double the time in which presses are not heard.
    private async ValueTask<Uri> FindAddressAsync(CancellationToken cancellation)
    {
        if (_policy.Failures >= TriesAtResuming) _session = null;
        if (_session is { } session)
        {
            Uri? named = _policy.Failures < TriesAtResumeAddress ? session.ResumeAddress : null;
            if ((named ?? _generalAddress) is { } known) return known;
        }

        return await AskUntilAllowedAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<Uri> AskUntilAllowedAsync(CancellationToken cancellation)
    {
        for (int failures = 1; ; failures++)
        {
            TimeSpan wait;
            try
            {
                GatewayStart start = await askStart(cancellation).ConfigureAwait(false);
                _generalAddress = start.Address;
                if (start.Remaining > 0) break;
                wait = start.ResetAfter;
                Log.NoSessionsLeft(kit.Log, wait.TotalMinutes);
            }
            catch (DiscordRestException e) when (e.Error.Status == HttpStatusCode.Unauthorized)
            {
                throw new DiscordConnectionException(CloseCodes.WrongToken(kit.Options.TokenSetting));
            }
            catch (Exception e) when (e is HttpRequestException or DiscordRestException)
            {
                wait = _askBackoff.After(failures);
                Log.Unreachable(kit.Log, e.Message, wait.TotalSeconds);
            }

            await Task.Delay(wait, kit.Time, cancellation).ConfigureAwait(false);
        }

        await KeepIdentifiesApartAsync(cancellation).ConfigureAwait(false);
        return _generalAddress;
    }

    private async Task KeepIdentifiesApartAsync(CancellationToken cancellation)
    {
        if (_lastIdentify is not { } last) return;
        TimeSpan wait = GatewayTimes.BetweenIdentifies - kit.Time.GetElapsedTime(last);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, kit.Time, cancellation).ConfigureAwait(false);
    }
}
