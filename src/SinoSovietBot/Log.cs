using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot;

/// <summary>Every log text of this project.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Ready as application {Application} in {Guilds} servers; commands {Commands}.")]
    public static partial void Ready(ILogger logger, Snowflake application, int guilds, string commands);

    [LoggerMessage(2, LogLevel.Warning, "Interaction {Interaction} was answered too late: Discord had given up on it.")]
    public static partial void AnswerTooLate(ILogger logger, Snowflake interaction);

    [LoggerMessage(3, LogLevel.Error, "The answer to interaction {Interaction} could not be sent.")]
    public static partial void AnswerFailed(ILogger logger, Snowflake interaction, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Interaction {Interaction} could not be handled.")]
    public static partial void HandlerFailed(ILogger logger, Snowflake interaction, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "A command could not be answered: {Reason}")]
    public static partial void HandlerLacksStorage(ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Error, "The answer to interaction {Interaction} could not be sent: {Reason}")]
    public static partial void AnswerUnsent(ILogger logger, Snowflake interaction, string reason);

    [LoggerMessage(9, LogLevel.Warning, "The answer to interaction {Interaction} could not be sent yet and is tried again in {Delay}: {Reason}")]
    public static partial void FillingInDelayed(ILogger logger, Snowflake interaction, TimeSpan delay, string reason);

    [LoggerMessage(6, LogLevel.Debug, "Interaction {Interaction} was cut off by the shutdown.")]
    public static partial void AnswerCutOff(ILogger logger, Snowflake interaction);

    [LoggerMessage(7, LogLevel.Warning, "Commands could not be registered and will be tried again in {Delay}: {Reason}")]
    public static partial void RegistrationFailed(ILogger logger, TimeSpan delay, string reason);

    [LoggerMessage(10, LogLevel.Information, "Deck {Deck} is ready: {Cards} cards, {Questions} questions.")]
    public static partial void DeckLoaded(ILogger logger, string deck, int cards, int questions);

    [LoggerMessage(11, LogLevel.Error, "Deck {Deck} is not used: {Problems} problems, the first: {First}. Run 'deck check' for all.")]
    public static partial void DeckRefused(ILogger logger, string deck, int problems, string first);

    [LoggerMessage(12, LogLevel.Error, "The edit of deck {Deck} is not used, the version before it is: {Problems} problems, the first: {First}. Run 'deck check' for all.")]
    public static partial void DeckEditRefused(ILogger logger, string deck, int problems, string first);

    [LoggerMessage(13, LogLevel.Warning, "There is no deck in '{Path}', so no quiz can start. Put one there, or set Decks:Path.")]
    public static partial void NoDecks(ILogger logger, string path);

    [LoggerMessage(14, LogLevel.Information, "Deck {Deck} was removed; quizzes that are running keep their questions.")]
    public static partial void DeckRemoved(ILogger logger, string deck);

    [LoggerMessage(15, LogLevel.Error, "Decks could not be read from '{Path}': {Reason} The decks before are kept.")]
    public static partial void DecksUnreadable(ILogger logger, string path, string reason);

    [LoggerMessage(16, LogLevel.Error, "The stored deck {Deck} cannot be used any more: {First} Its server finds all problems with /deck-admin check.")]
    public static partial void ServerDeckUnreadable(ILogger logger, string deck, string first);

    [LoggerMessage(17, LogLevel.Information, "Removed decks were deleted for good, 30 days after their removal: {Decks}.")]
    public static partial void DecksPurged(ILogger logger, int decks);

    [LoggerMessage(18, LogLevel.Error, "Removed decks could not be deleted for good yet: {Reason}")]
    public static partial void PurgeFailed(ILogger logger, string reason);

    [LoggerMessage(20, LogLevel.Information, "Quiz {Quiz} continues after a restart in channel {Channel}, question {Question} of {Questions}.")]
    public static partial void QuizResumed(ILogger logger, ulong quiz, ulong channel, int question, int questions);

    [LoggerMessage(30, LogLevel.Error, "Quiz {Quiz} cannot continue: another one is running in channel {Channel}. Its scores so far are kept.")]
    public static partial void QuizNotResumed(ILogger logger, ulong quiz, ulong channel);

    [LoggerMessage(31, LogLevel.Error, "Looking for changed decks failed; the decks in use are kept.")]
    public static partial void DeckWatchFailed(ILogger logger, Exception exception);

    [LoggerMessage(32, LogLevel.Error, "Two decks have the id {Deck}; the one in '{Unused}' is not used. Give it another id.")]
    public static partial void DeckIdTaken(ILogger logger, string deck, string unused);

    [LoggerMessage(21, LogLevel.Error, "Quiz {Quiz} could not be saved; it is read back from the database in {Delay}.")]
    public static partial void QuizNotSaved(ILogger logger, ulong quiz, TimeSpan delay);

    [LoggerMessage(22, LogLevel.Error, "Quiz {Quiz} could not be read back: {Reason}")]
    public static partial void QuizNotReloaded(ILogger logger, ulong quiz, string reason);

    [LoggerMessage(23, LogLevel.Warning, "Quiz {Quiz} could not write in channel {Channel}: {Reason}")]
    public static partial void AnnouncementRefused(ILogger logger, ulong quiz, ulong channel, string reason);

    [LoggerMessage(24, LogLevel.Warning, "Quiz {Quiz} could not write to Discord and tries again in {Delay}: {Reason}")]
    public static partial void AnnouncementDelayed(ILogger logger, ulong quiz, TimeSpan delay, string reason);

    [LoggerMessage(25, LogLevel.Error, "Quiz {Quiz} met a fault of this program.")]
    public static partial void QuizFault(ILogger logger, ulong quiz, Exception exception);

    [LoggerMessage(26, LogLevel.Information, "The host of quiz {Quiz} could not be told that it ended: {Reason}")]
    public static partial void HostNotTold(ILogger logger, ulong quiz, string reason);

    [LoggerMessage(28, LogLevel.Debug, "The announcements of quiz {Quiz} were cut off by the shutdown.")]
    public static partial void AnnouncementsCutOff(ILogger logger, ulong quiz);

    [LoggerMessage(29, LogLevel.Debug, "Quiz {Quiz} is interrupted by the shutdown and continues at the next start.")]
    public static partial void QuizPaused(ILogger logger, ulong quiz);

    [LoggerMessage(33, LogLevel.Error, "Quiz {Quiz} does not continue after the restart, because it cannot be read: {Reason}")]
    public static partial void QuizUnreadable(ILogger logger, ulong quiz, string reason);

    [LoggerMessage(60, LogLevel.Error, "Reminders cannot be read and are looked at again in {Delay}: {Reason}")]
    public static partial void RemindersUnread(ILogger logger, TimeSpan delay, string reason);

    [LoggerMessage(61, LogLevel.Information, "Member {Member} could not be reminded, {Refusals} times in a row: {Reason}")]
    public static partial void ReminderRefused(ILogger logger, ulong member, int refusals, string reason);

    [LoggerMessage(62, LogLevel.Warning, "Member {Member} could not be reminded yet: {Reason}")]
    public static partial void ReminderDelayed(ILogger logger, ulong member, string reason);

    [LoggerMessage(63, LogLevel.Error, "What is due for member {Member} could not be worked out.")]
    public static partial void ReminderFault(ILogger logger, ulong member, Exception exception);
}
