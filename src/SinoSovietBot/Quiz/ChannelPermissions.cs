using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Quiz;

/// <summary>What the bot must be allowed in a channel to run a quiz there.</summary>
internal static class ChannelPermissions
{
    /// <summary>The names, as Discord's settings call them, of those that are missing.</summary>
    /// <param name="held">What the bot may do.</param>
    /// <param name="inThread">Threads ask for a permission of their own in place of Send Messages.</param>
    public static ImmutableArray<string> Missing(Permissions held, bool inThread)
    {
        if (held.HasFlag(Permissions.Administrator))
            return [];
        ReadOnlySpan<(Permissions Permission, string Name)> needed =
        [
            (Permissions.ViewChannel, "View Channel"),
            inThread ? (Permissions.SendMessagesInThreads, "Send Messages in Threads") : (Permissions.SendMessages, "Send Messages"),
            (Permissions.EmbedLinks, "Embed Links"),
        ];
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var (permission, name) in needed)
        {
            if (!held.HasFlag(permission))
                missing.Add(name);
        }

        return missing.ToImmutable();
    }
}
