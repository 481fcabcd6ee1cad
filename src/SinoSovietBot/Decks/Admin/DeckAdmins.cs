using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Decks.Admin;

/// <summary>Who may change the decks of a server.</summary>
internal static class DeckAdmins
{
    /// <summary>Whether the person behind an interaction may manage its server.</summary>
    public static bool Include(Interaction interaction) =>
        interaction.Guild is not null && (interaction.UserPermissions & (Permissions.ManageServer | Permissions.Administrator)) != 0;
}
