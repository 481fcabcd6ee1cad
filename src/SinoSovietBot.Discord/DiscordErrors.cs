using System.Collections.Immutable;
using System.Net;

namespace SinoSovietBot.Discord;

/// <summary>Discord's answer to a request it refused.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Discord's own code (see <see cref="DiscordErrorCode"/>), 0 when there was none.</param>
/// <param name="Message">Discord's sentence.</param>
/// <param name="Faults">For 50035: each fault with the path of the field, such as <c>embeds[0].title: BASE_TYPE_MAX_LENGTH …</c>.</param>
public sealed record RestError(HttpStatusCode Status, int Code, string Message, ImmutableArray<string> Faults);

/// <summary>The codes the bot acts on; the values are Discord's.</summary>
public static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidToken = 50027;
    public const int ThreadArchived = 50083;
    public const int InvalidForm = 50035;
}

/// <summary>Discord refused a request.</summary>
public sealed class DiscordRestException(string request, RestError error) : Exception(Sentence(request, error))
{
    /// <summary>What Discord said.</summary>
    public RestError Error { get; } = error;

    private static string Sentence(string request, RestError error)
    {
        string faults = error.Faults.IsEmpty ? "" : $" ({string.Join("; ", error.Faults)})";
        return $"{request} was refused with {(int)error.Status}, code {error.Code}: {error.Message}{faults}";
    }
}

/// <summary>Discord will not have this bot, and trying again cannot mend it.</summary>
/// <param name="message">One sentence for the operator, naming the setting to change.</param>
public sealed class DiscordConnectionException(string message) : Exception(message);

/// <summary>An upload was not read.</summary>
/// <param name="message">One sentence for the person who uploaded it.</param>
public sealed class AttachmentRefusedException(string message) : Exception(message);
