namespace SinoSovietBot.Playground.Gateway;

/// <summary>Discord's gateway intents.</summary>
internal static class Intents
{
    /// <summary>For events that are sent whatever was asked for.</summary>
    public const int None = 0;
    public const int Guilds = 1 << 0;
    public const int GuildMembers = 1 << 1;
    public const int GuildPresences = 1 << 8;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
    public const int MessageContent = 1 << 15;

    /// <summary>Bits that exist: 0 to 16, 20, 21, 24 and 25.</summary>
    public const int Known = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

    /// <summary>Bits that an app must be granted first; this one was not.</summary>
    public const int Privileged = GuildMembers | GuildPresences | MessageContent;
}
