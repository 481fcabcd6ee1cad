using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>Texts that belong to no single feature.</summary>
internal static class CommonMessages
{
    public const string Done = "Done.";

    public const string OldButton = "That button is from an older version of me, or its time is over. Use the command again.";

    public const string OldForm = "That form is from an older version of me, or its time is over, so nothing was changed. Use the command again.";

    public const string FormTooLate = "I was too slow to open the form, and Discord does not take it any more. Please try again.";

    public const string OnlyInServers = "That works in a server's channel only, not in direct messages.";

    public const string UnknownCommand = "I do not know that command any more. Discord may need a minute to show the new list; then try again.";

    public const string NotAMember = "You are not (any more) a member of this server, so that does not count here.";

    public const string StorageTrouble =
        "I cannot reach my database right now, so nothing was changed. Please try again in a minute; the person who runs me sees the reason in my log.";

    public static string Fault(Snowflake interaction) =>
        $"Something went wrong on my side, and nothing was changed. If it happens again, tell the person who runs me this number: {interaction}.";
}
