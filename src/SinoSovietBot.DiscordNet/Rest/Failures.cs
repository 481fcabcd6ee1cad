using System.Collections.Immutable;
using System.Net;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Rest;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>What Discord.Net throws, as what <see cref="IDiscordApi"/> promises.</summary>
internal static class Failures
{
    /// <summary>Null for what is a fault of the program and passed on as it is.</summary>
    public static Exception? Translate(Exception failure, string call) => failure switch
    {
        DNet.Net.HttpException refused => new DiscordRestException(call, Read(refused)),
        DNet.Net.RateLimitedException => Refused(call, HttpStatusCode.TooManyRequests, 0, "A rate limit is in force."),
        TimeoutException => new HttpRequestException($"{call} did not get its turn in time", failure),
        OperationCanceledException => new HttpRequestException($"{call} was not answered in time", failure),
        HttpRequestException => failure,
        IOException => new HttpRequestException($"The reply to {call} broke off", failure),
        // Neither the exception nor its text is passed on: a page that echoes our address would bring a token into the log.
        Newtonsoft.Json.JsonException or System.Text.Json.JsonException => new HttpRequestException(
            HttpRequestError.InvalidResponse, $"Discord could not be understood: the reply to {call} is not what it documents."),
        // Discord.Net's builders check Discord's limits before anything is sent.
        ArgumentException => Refused(call, HttpStatusCode.BadRequest, DiscordErrorCode.InvalidForm, failure.Message),
        _ => null,
    };

    public static DiscordRestException Refused(string call, HttpStatusCode status, int code, string message) =>
        new(call, new RestError(status, code, message, []));

    /// <summary>Whether another attempt may go better, and does no harm.</summary>
    public static bool MayRepeat(Exception failure, Repeat repeat) => repeat switch
    {
        Repeat.AfterAnyFailure => IsStumble(failure),
        Repeat.OnlyIfItNeverArrived => failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        },
        _ => false,
    };

    /// <summary>Discord stumbled, or could not be reached.</summary>
    public static bool IsStumble(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.InvalidResponse } => true,
        DiscordRestException refused => (int)refused.Error.Status is 500 or 502 or 503 or 504,
        _ => false,
    };

    private static RestError Read(DNet.Net.HttpException refused)
    {
        string message = refused.Reason ?? $"HTTP {(int)refused.HttpCode} ({refused.HttpCode}), without an explanation from Discord";
        ImmutableArray<string> faults =
        [
            .. (refused.Errors ?? []).SelectMany(static field => field.Errors.Select(fault => $"{field.Path}: {fault.Code} {fault.Message}")),
        ];
        return new RestError(refused.HttpCode, (int)(refused.DiscordCode ?? 0), message, faults);
    }
}
