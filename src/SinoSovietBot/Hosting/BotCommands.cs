using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Decks.Admin;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Leaderboard;
using SinoSovietBot.Quiz;
using SinoSovietBot.Revision;
using SinoSovietBot.Revision.Cards;

namespace SinoSovietBot.Hosting;

/// <summary>Every slash command of the bot, as data.</summary>
internal static class BotCommands
{
    /// <summary>By name.</summary>
    public static ImmutableArray<CommandDeclaration> All { get; } =
        [
            CardCommands.Command, ClassCommands.Command, DeckCommands.Command, DeckAdminCommands.Command, LeaderboardCommands.Command,
            QuizCommands.Command, StudyCommands.Command,
        ];
}
