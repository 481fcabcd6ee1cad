using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;

namespace SinoSovietBot.Hosting;

/// <summary>Reads what Discord says and sees that each interaction is handled.</summary>
internal sealed class BotService(
    IDiscordEvents events, IDiscordApi api, InteractionDesk desk, QuizHall quizzes, BotReadiness readiness, ILogger<BotService> logger,
    TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan RegistrationRetry = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            bool resumed = false;
            await foreach (var happened in events.ReadAllAsync(stoppingToken))
            {
                // What a crash interrupted goes on once presses can be heard, and before the first of them is taken.
                if (happened is Ready && !resumed)
                {
                    await quizzes.ResumeAsync(stoppingToken);
                    resumed = true;
                }

                Take(happened, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            readiness.Fail(new OperationCanceledException("The bot was stopped before it was ready.", stoppingToken));
        }
        catch (Exception exception)
        {
            readiness.Fail(exception);
            throw;
        }
    }

    private void Take(DiscordEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case Interaction interaction:
                desk.Take(interaction, cancellation);
                break;
            case Ready ready:
                _ = RegisterAsync(ready, cancellation);
                break;
            default:
                // Joining and leaving servers changes nothing that is kept.
                break;
        }
    }

    private async Task RegisterAsync(Ready ready, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                bool changed = await api.RegisterCommandsAsync(ready.Application, BotCommands.All, cancellation);
                Log.Ready(logger, ready.Application, ready.Guilds.Length, changed ? "were updated" : "are up to date");
                readiness.Set();
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or DiscordRestException)
            {
                Log.RegistrationFailed(logger, RegistrationRetry, exception.Message);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(RegistrationRetry, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
