namespace SinoSovietBot.Discord.Model;

/// <summary>The permissions this bot asks about, with Discord's own bits; further bits are kept as they come.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageServer = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
}
