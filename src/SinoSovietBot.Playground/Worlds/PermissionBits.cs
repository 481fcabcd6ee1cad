using System.Globalization;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Discord's permission bits that the playground knows the meaning of.</summary>
internal static class PermissionBits
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong AddReactions = 1UL << 6;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong ManageMessages = 1UL << 13;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong MentionEveryone = 1UL << 17;
    public const ulong UseExternalEmojis = 1UL << 18;
    public const ulong UseApplicationCommands = 1UL << 31;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What everybody in the school may do.</summary>
    public const ulong Everyone = AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory
        | UseExternalEmojis | UseApplicationCommands | CreatePublicThreads | SendMessagesInThreads;

    /// <summary>What a teacher may do on top.</summary>
    public const ulong Teacher = ManageMessages | ManageGuild;

    /// <summary>What the bot may do, unless a channel says otherwise.</summary>
    public const ulong Bot = Everyone | ManageMessages | MentionEveryone;

    /// <summary>What Discord grants to an app in a direct message with its own bot user.</summary>
    public const ulong DirectMessage = AttachFiles | EmbedLinks | MentionEveryone | UseExternalEmojis;

    public static string Text(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);

    public static bool Has(this ulong granted, ulong asked) => (granted & asked) == asked;
}
