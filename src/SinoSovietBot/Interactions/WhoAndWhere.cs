using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Interactions;

/// <summary>Who acts and where, in the words of the rules.</summary>
internal static class WhoAndWhere
{
    public static MemberId Member(this Interaction interaction) => new(interaction.User.Id.Value);

    /// <summary>The server; null in direct messages.</summary>
    public static ServerId? Server(this Interaction interaction) => interaction.Guild is { } guild ? new ServerId(guild.Value) : null;
}
