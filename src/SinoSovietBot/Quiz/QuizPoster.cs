using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Quiz;

/// <summary>Writes a quiz's messages, for as long as Discord can be reached and the channel is there. Thread-safe.</summary>
internal sealed class QuizPoster(IDiscordApi api, DiscordClock clock, TimeProvider time, ILogger<QuizPoster> logger)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowestRetry = TimeSpan.FromSeconds(30);

    /// <summary>A closing time that is off by more is put right. Seconds are shown, and a message takes its part of one to appear.</summary>
    private static readonly TimeSpan ClosingTolerance = TimeSpan.FromSeconds(1.5);

    /// <summary>Performs one effect that writes.</summary>
    /// <returns>What it brought about, as inputs for the quiz.</returns>
    public async Task<ImmutableArray<QuizInput>> PerformAsync(QuizEffect effect, CancellationToken cancellation) => effect switch
    {
        QuizEffect.PostLobby lobby => await PostLobbyAsync(lobby.Quiz, cancellation),
        QuizEffect.EditLobby lobby => await EditLobbyAsync(lobby.Quiz, cancellation),
        QuizEffect.EditRound round => await EditRoundAsync(round.Quiz, cancellation),
        QuizEffect.CloseRound round => await CloseRoundAsync(round.Quiz, cancellation),
        QuizEffect.ShowReveal reveal => await ShowRevealAsync(reveal.Quiz, cancellation),
        QuizEffect.PostEnd end => await PostEndAsync(end.Quiz, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "This effect writes nothing."),
    };

    private async Task<ImmutableArray<QuizInput>> PostLobbyAsync(QuizState quiz, CancellationToken cancellation) =>
        await PostAsync(quiz, "l", () => QuizMessages.Lobby(quiz), cancellation) is { } message
            ? [new QuizInput.LobbyPosted(message)]
            : [new QuizInput.ChannelLost(time.GetUtcNow())];

    /// <summary>Posts a round.</summary>
    /// <returns>What it brought about, as input for the quiz, and the closing time that the message names.</returns>
    public async Task<(QuizInput Input, DateTimeOffset Closes)> PostRoundAsync(QuizEffect.PostRound effect, CancellationToken cancellation)
    {
        var quiz = effect.Quiz;
        var closes = default(DateTimeOffset);
        string tag = string.Create(CultureInfo.InvariantCulture, $"q{quiz.Round}.{quiz.Opening}");
        return await PostAsync(quiz, tag, Content, cancellation) is { } message
            ? (new QuizInput.RoundPosted(quiz.Round, quiz.Opening, message), closes)
            : (new QuizInput.ChannelLost(time.GetUtcNow()), closes);

        // Made at each attempt: after an hour without Discord the closing time is another.
        MessageContent Content()
        {
            closes = clock.Now + quiz.Question.Time;
            return QuizMessages.Round(quiz, closes, effect.Again);
        }
    }

    /// <summary>Puts the closing time on a round's message right, where Discord's clock turned out not to be what it was taken for.</summary>
    public async Task CorrectClosingAsync(
        QuizEffect.PostRound effect, PostedMessage message, DateTimeOffset told, CancellationToken cancellation)
    {
        var closes = message.At + effect.Quiz.Question.Time;
        if ((closes - told).Duration() > ClosingTolerance)
            await EditAsync(effect.Quiz, message, QuizMessages.Round(effect.Quiz, closes, effect.Again), persist: false, cancellation);
    }

    /// <summary>Takes the buttons off the message of a round that has been posted again.</summary>
    public async Task MarkMovedAsync(QuizState quiz, PostedMessage former, CancellationToken cancellation) =>
        await EditAsync(quiz, former, QuizMessages.Moved(quiz), persist: false, cancellation);

    private async Task<ImmutableArray<QuizInput>> EditLobbyAsync(QuizState quiz, CancellationToken cancellation)
    {
        // A lobby that somebody deleted is not put back: members can answer without having joined.
        if (quiz.LobbyMessage is { } message && quiz.End != EndReason.ChannelLost)
            await EditAsync(quiz, message, QuizMessages.Lobby(quiz), persist: false, cancellation);
        return [];
    }

    private async Task<ImmutableArray<QuizInput>> EditRoundAsync(QuizState quiz, CancellationToken cancellation)
    {
        if (quiz.RoundMessage is not { } message)
            return [];
        var content = QuizMessages.Round(quiz, message.At + quiz.Question.Time, again: null);
        return await EditAsync(quiz, message, content, persist: false, cancellation) switch
        {
            Written.MessageGone => [new QuizInput.MessageLost(quiz.Round, quiz.Opening, time.GetUtcNow())],
            Written.ChannelGone => [new QuizInput.ChannelLost(time.GetUtcNow())],
            _ => [],
        };
    }

    private async Task<ImmutableArray<QuizInput>> CloseRoundAsync(QuizState quiz, CancellationToken cancellation)
    {
        if (quiz.RoundMessage is { } message)
            await EditAsync(quiz, message, QuizMessages.Closed(quiz), persist: true, cancellation);
        return [];
    }

    private async Task<ImmutableArray<QuizInput>> ShowRevealAsync(QuizState quiz, CancellationToken cancellation)
    {
        var content = QuizMessages.Reveal(quiz);
        var result = quiz.RoundMessage is { } message ? await EditAsync(quiz, message, content, persist: true, cancellation) : Written.MessageGone;
        if (result == Written.MessageGone)
        {
            string tag = string.Create(CultureInfo.InvariantCulture, $"v{quiz.Round}");
            result = await PostAsync(quiz, tag, () => content, cancellation) is null ? Written.ChannelGone : Written.Done;
        }

        return result == Written.ChannelGone ? [new QuizInput.ChannelLost(time.GetUtcNow())] : [];
    }

    private async Task<ImmutableArray<QuizInput>> PostEndAsync(QuizState quiz, CancellationToken cancellation)
    {
        bool posted = quiz.End != EndReason.ChannelLost && await PostAsync(quiz, "e", () => QuizMessages.End(quiz), cancellation) is not null;
        if (!posted)
            await TellHostAsync(quiz, cancellation);
        return [new QuizInput.EndAnnounced()];
    }

    private async Task TellHostAsync(QuizState quiz, CancellationToken cancellation)
    {
        try
        {
            var channel = await api.OpenDirectMessageAsync(new Snowflake(quiz.Host.Value), cancellation);
            await api.PostMessageAsync(channel, QuizMessages.ChannelLost(quiz), Nonce(quiz, "d"), cancellation);
        }
        catch (Exception exception) when (exception is DiscordRestException or HttpRequestException)
        {
            // Best effort: a host may have closed direct messages, and everything is in the database and the log.
            Log.HostNotTold(logger, quiz.Id.Value, exception.Message);
        }
    }

    /// <summary>Posts, however long Discord is away; null when the channel does not take it.</summary>
    private async Task<PostedMessage?> PostAsync(QuizState quiz, string tag, Func<MessageContent> content, CancellationToken cancellation)
    {
        var channel = new Snowflake(quiz.Channel.Value);
        var (result, message) = await WriteAsync(
            quiz, () => api.PostMessageAsync(channel, content(), Nonce(quiz, tag), cancellation), persist: true, cancellation);
        if (result != Written.Done)
            return null;
        clock.SawFresh(message!.Id);
        return new PostedMessage(message.Id.Value, message.Id.CreatedAt);
    }

    private async Task<Written> EditAsync(
        QuizState quiz, PostedMessage message, MessageContent content, bool persist, CancellationToken cancellation)
    {
        var channel = new Snowflake(quiz.Channel.Value);
        var id = new Snowflake(message.Id);
        var (result, _) = await WriteAsync(quiz, () => api.EditMessageAsync(channel, id, content, cancellation), persist, cancellation);
        return result;
    }

    private async Task<(Written Result, Message? Message)> WriteAsync(
        QuizState quiz, Func<Task<Message>> write, bool persist, CancellationToken cancellation)
    {
        for (var delay = FirstRetry; ; delay = delay * 2 < SlowestRetry ? delay * 2 : SlowestRetry)
        {
            try
            {
                return (Written.Done, await write());
            }
            catch (DiscordRestException exception) when (!IsPassing(exception))
            {
                Log.AnnouncementRefused(logger, quiz.Id.Value, quiz.Channel.Value, exception.Message);
                return (Meaning(exception.Error.Code), null);
            }
            catch (Exception exception) when (exception is HttpRequestException or DiscordRestException)
            {
                Log.AnnouncementDelayed(logger, quiz.Id.Value, delay, exception.Message);
                if (!persist)
                    return (Written.NotYet, null);
            }

            await Task.Delay(delay, time, cancellation);
        }
    }

    // A token that was reset is no fault of the quiz: the gateway stops the bot over it, and the quiz goes on when it is mended.
    private static bool IsPassing(DiscordRestException exception) =>
        (int)exception.Error.Status >= 500
        || exception.Error.Status is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    private static Written Meaning(int code) => code switch
    {
        DiscordErrorCode.UnknownMessage => Written.MessageGone,
        DiscordErrorCode.UnknownChannel or DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions or DiscordErrorCode.ThreadArchived =>
            Written.ChannelGone,
        _ => Written.Refused,
    };

    // The same announcement always has the same nonce, so that repeating it after a crash shows it once.
    private static string Nonce(QuizState quiz, string tag) => $"{Base62.Write(quiz.Id.Value)}.{tag}";

    private enum Written
    {
        Done,

        /// <summary>Discord could not be reached, and it was not worth waiting for.</summary>
        NotYet,

        MessageGone,

        /// <summary>The channel is gone or closed to the bot.</summary>
        ChannelGone,

        /// <summary>Discord does not like this message. An edit can be missed; a post cannot, so it ends the quiz like a lost channel.</summary>
        Refused,
    }
}
