namespace SinoSovietBot.Study.Members;

/// <summary>A person, by their Discord user id.</summary>
public readonly record struct MemberId(ulong Value);

/// <summary>A Discord server.</summary>
public readonly record struct ServerId(ulong Value);
