using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Quiz;

/// <summary>What the bot must be allowed in a channel to run a quiz there.</summary>
internal static class ChannelPermissions
{
    private static readonly ImmutableArray<(Permissions Permission, string Name)> Needed =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.EmbedLinks, "Embed Links"),
    ];

    /// <summary>The names, as Discord's settings call them, of those that are missing.</summary>
    public static ImmutableArray<string> Missing(Permissions held)
    {
        if (held.HasFlag(Permissions.Administrator))
            return [];
        // In a thread Discord asks for a permission of its own in place of Send Messages; having either is enough to try.
        if (held.HasFlag(Permissions.SendMessagesInThreads))
            held |= Permissions.SendMessages;
        return [.. Needed.Where(needed => !held.HasFlag(needed.Permission)).Select(needed => needed.Name)];
    }
}
