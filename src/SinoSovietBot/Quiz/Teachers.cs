using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Quiz;

/// <summary>Who counts as a teacher.</summary>
internal static class Teachers
{
    /// <summary>Whether the person behind an interaction may manage messages in its channel.</summary>
    public static bool Includes(Interaction interaction) =>
        interaction.Guild is not null && (interaction.UserPermissions & (Permissions.ManageMessages | Permissions.Administrator)) != 0;
}
