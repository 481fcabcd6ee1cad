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
    private const int TriesAtResuming = 20;

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
                using GatewayConnection connection = new(kit, sockets(), _dispatcher, _session);
                GatewayEnding ending = await connection.RunAsync(address, cancellation).ConfigureAwait(false);
                Remember(connection, ending);
                if (ending is GatewayEnding.Stopped) return;
                if (ending is GatewayEnding.Refused refused) throw new DiscordConnectionException(refused.Sentence);
                await PauseAsync(ending, connection, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.Stopped(kit.Log);
        }
    }

    private void Remember(GatewayConnection connection, GatewayEnding ending)
    {
        _session = ending is GatewayEnding.Identify ? null : connection.Session;
        _lastIdentify = connection.IdentifiedAt ?? _lastIdentify;
        if (connection.Established && ending is GatewayEnding.Resume or GatewayEnding.Identify) queue.Add(new ConnectionLost());
    }

    private async Task PauseAsync(GatewayEnding ending, GatewayConnection connection, CancellationToken cancellation)
    {
        TimeSpan wait = _policy.After(ending, connection.Established, connection.IdentifiedAt is not null);
        string why = ending switch
        {
            GatewayEnding.Resume resume => resume.Why,
            GatewayEnding.Identify identify => identify.Why,
            _ => "",
        };
        Log.Reconnecting(kit.Log, why, wait.TotalSeconds);
        if (wait == TimeSpan.Zero) return;
        bool mayBeHurried = ending is GatewayEnding.Resume && !connection.Established && connection.IdentifiedAt is null;
        if (mayBeHurried) await kit.Life.WaitAsync(wait, cancellation).ConfigureAwait(false);
        else await Task.Delay(wait, kit.Time, cancellation).ConfigureAwait(false);
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
            try
            {
                GatewayStart start = await askStart(cancellation).ConfigureAwait(false);
                _generalAddress = start.Address;
                if (start.Remaining > 0) break;
                Log.NoSessionsLeft(kit.Log, start.ResetAfter.TotalMinutes);
                await Task.Delay(start.ResetAfter, kit.Time, cancellation).ConfigureAwait(false);
            }
            catch (DiscordRestException e) when (e.Error.Status == HttpStatusCode.Unauthorized)
            {
                throw new DiscordConnectionException(CloseCodes.WrongToken(kit.Options.TokenSetting));
            }
            catch (Exception e) when (e is HttpRequestException or DiscordRestException)
            {
                TimeSpan wait = _askBackoff.After(failures);
                if (IsTold(failures)) Log.Unreachable(kit.Log, e.Message, wait.TotalSeconds);
                await kit.Life.WaitAsync(wait, cancellation).ConfigureAwait(false);
            }
        }

        await KeepIdentifiesApartAsync(cancellation).ConfigureAwait(false);
        return _generalAddress;
    }

    // Each of the first, and then every few minutes: a night without Discord must not fill a disk.
    private static bool IsTold(int failures) => failures <= 10 || failures % 20 == 0;

    private async Task KeepIdentifiesApartAsync(CancellationToken cancellation)
    {
        if (_lastIdentify is not { } last) return;
        TimeSpan wait = GatewayTimes.BetweenIdentifies - kit.Time.GetElapsedTime(last);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, kit.Time, cancellation).ConfigureAwait(false);
    }
}
