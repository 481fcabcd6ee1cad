using Microsoft.Extensions.Hosting;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;

namespace SinoSovietBot.Hosting;

/// <summary>Reads what Discord says and sees that each interaction is handled.</summary>
internal sealed class BotService(
    IDiscordEvents events, CommandRegistrar commands, InteractionDesk desk, QuizHall quizzes, BotReadiness readiness) : BackgroundService
{
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
            // The built-in connection ends its stream instead; another may not.
        }
        catch (Exception exception)
        {
            readiness.Fail(exception);
            // Whoever pressed before Discord turned the bot away is still waiting.
            await desk.FinishAsync();
            throw;
        }

        readiness.Cancel();
        await desk.FinishAsync();
    }

    private void Take(DiscordEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case Interaction interaction:
                desk.Take(interaction);
                break;
            case ConnectionLost:
                quizzes.Hearing.Lose();
                break;
            case Resumed:
                quizzes.Hearing.Regain();
                break;
            case Ready ready:
                quizzes.Hearing.Regain();
                _ = commands.RegisterAsync(ready, cancellation);
                break;
            default:
                // Joining and leaving servers changes nothing that is kept.
                break;
        }
    }
}
