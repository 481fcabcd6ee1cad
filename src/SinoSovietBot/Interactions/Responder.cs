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

    /// <summary>Sends what a handler returns. Never throws.</summary>
    public async Task AnswerAsync(Interaction interaction, Task<InteractionResponse> handling, CancellationToken cancellation)
    {
        try
        {
            bool deferred = !handling.IsCompleted && await DeferIfSlowAsync(interaction, handling, cancellation);
            var response = await OutcomeAsync(interaction, handling, cancellation);
            if (deferred)
                await FillInAsync(interaction, response, cancellation);
            else
                await api.RespondAsync(interaction, response, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Log.AnswerCutOff(logger, interaction.Id);
        }
        catch (DiscordRestException exception) when (exception.Error.Code == DiscordErrorCode.UnknownInteraction)
        {
            Log.AnswerTooLate(logger, interaction.Id);
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
        await api.RespondAsync(
            interaction,
            EditsInPlace(interaction) ? new InteractionResponse.DeferUpdate() : new InteractionResponse.DeferReply(Ephemeral: true),
            cancellation);
        return true;
    }

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

    private async Task FillInAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellation)
    {
        if (response is InteractionResponse.Reply { Content: var words } && EditsInPlace(interaction))
        {
            // Not what the button's message was to become, so it must not take that message's place.
            await api.FollowUpAsync(interaction, words, cancellation);
            return;
        }

        var content = response switch
        {
            InteractionResponse.Reply reply => reply.Content,
            InteractionResponse.UpdateMessage update => update.Content,
            _ => new MessageContent { Text = CommonMessages.Done },
        };
        await api.EditResponseAsync(interaction, content, cancellation);
    }

    private static bool EditsInPlace(Interaction interaction) =>
        interaction is ButtonPressed press && ComponentId.Parse(press.CustomId) is { EditsInPlace: true };
}
