using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Storage;

namespace SinoSovietBot.Interactions;

/// <summary>
/// Sees that every interaction is answered in time, whatever its handler does: a slow one is deferred and filled in later, a failed one is told so.
/// Thread-safe.
/// </summary>
internal sealed class Responder(IDiscordApi api, TimeProvider time, ILogger<Responder> logger)
{
    /// <summary>When to defer: early enough for the deferral to arrive within Discord's 3 s on a slow line.</summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>Files of more bytes than this are sent after a deferral.</summary>
    public const int HeavyBytes = 200_000;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowestRetry = TimeSpan.FromSeconds(30);

    /// <summary>Sends what a handler returns. Never throws.</summary>
    public async Task AnswerAsync(Interaction interaction, Task<InteractionResponse> handling, CancellationToken cancellation)
    {
        long arrived = time.GetTimestamp();
        try
        {
            bool deferred = !handling.IsCompleted && await DeferIfSlowAsync(interaction, handling, cancellation);
            var response = await OutcomeAsync(interaction, handling, cancellation);
            if (!deferred && IsHeavy(response))
            {
                await DeferAsync(interaction, cancellation);
                deferred = true;
            }

            if (deferred)
                await FillInAsync(interaction, response, arrived, cancellation);
            else
                await api.RespondAsync(interaction, response, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.AnswerCutOff(logger, interaction.Id);
        }
        catch (DiscordRestException exception) when (exception.Error.Code is DiscordErrorCode.UnknownInteraction
            or DiscordErrorCode.InvalidToken or DiscordErrorCode.UnknownWebhook)
        {
            Log.AnswerTooLate(logger, interaction.Id);
        }
        catch (HttpRequestException exception)
        {
            // One line: when Discord goes away, a whole class is being answered.
            Log.AnswerUnsent(logger, interaction.Id, exception.Message);
        }
        catch (Exception exception)
        {
            // The last frame above the pool: anything that escapes here would be lost unseen.
            Log.AnswerFailed(logger, interaction.Id, exception);
        }
    }

    private async Task<bool> DeferIfSlowAsync(Interaction interaction, Task<InteractionResponse> handling, CancellationToken cancellation)
    {
        await ((Task)handling).WaitAsync(DeferAfter, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Suggestions cannot be deferred.
        if (handling.IsCompleted || interaction is SuggestionsAsked)
            return false;
        await DeferAsync(interaction, cancellation);
        return true;
    }

    private Task DeferAsync(Interaction interaction, CancellationToken cancellation) => api.RespondAsync(
        interaction,
        EditsInPlace(interaction) ? new InteractionResponse.DeferUpdate() : new InteractionResponse.DeferReply(Ephemeral: true),
        cancellation);

    // A large file may take longer to send than Discord waits for the first response.
    private static bool IsHeavy(InteractionResponse response) =>
        response is InteractionResponse.Reply { Content.Files: var files } && files.Sum(file => (long)file.Content.Length) > HeavyBytes;

    private async Task<InteractionResponse> OutcomeAsync(Interaction interaction, Task<InteractionResponse> handling, CancellationToken cancellation)
    {
        try
        {
            return await handling;
        }
        catch (StorageException exception)
        {
            Log.HandlerLacksStorage(logger, exception.Message);
            return interaction is SuggestionsAsked ? new InteractionResponse.Suggest([]) : Reply.Privately(CommonMessages.StorageTrouble);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.HandlerFailed(logger, interaction.Id, exception);
            return interaction is SuggestionsAsked ? new InteractionResponse.Suggest([]) : Reply.Privately(CommonMessages.Fault(interaction.Id));
        }
    }

    // Somebody sees "thinking …" until this has come, so it is tried for as long as it may: until the token dies. Afterwards asking would only earn
    // refusals, of which Discord counts every one.
    private async Task FillInAsync(Interaction interaction, InteractionResponse response, long arrived, CancellationToken cancellation)
    {
        for (var delay = FirstRetry; time.GetElapsedTime(arrived) < DiscordLimits.InteractionTokenLife; delay = Longer(delay))
        {
            try
            {
                await FillAsync(interaction, response, cancellation);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException
                or DiscordRestException { Error.Status: >= HttpStatusCode.InternalServerError })
            {
                Log.FillingInDelayed(logger, interaction.Id, delay, exception.Message);
            }

            await Task.Delay(delay, time, cancellation);
        }

        Log.AnswerTooLate(logger, interaction.Id);
    }

    private Task<Message> FillAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation) => response switch
    {
        // Not what the button's message was to become, so it must not take that message's place.
        InteractionResponse.Reply { Content: var words } when EditsInPlace(interaction) => api.FollowUpAsync(interaction, words, cancellation),
        InteractionResponse.Reply reply => api.EditResponseAsync(interaction, reply.Content, cancellation),
        InteractionResponse.UpdateMessage update => api.EditResponseAsync(interaction, update.Content, cancellation),
        // A form can only be the first response.
        InteractionResponse.OpenForm => api.EditResponseAsync(interaction, new MessageContent { Text = CommonMessages.FormTooLate }, cancellation),
        _ => api.EditResponseAsync(interaction, new MessageContent { Text = CommonMessages.Done }, cancellation),
    };

    private static bool EditsInPlace(Interaction interaction) =>
        interaction is ButtonPressed or MenuChosen or FormSubmitted { Message: not null } && InteractionMeaning.Of(interaction) is { EditsInPlace: true };

    private static TimeSpan Longer(TimeSpan delay) => delay * 2 < SlowestRetry ? delay * 2 : SlowestRetry;
}
