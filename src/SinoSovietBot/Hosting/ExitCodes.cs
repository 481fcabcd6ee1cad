namespace SinoSovietBot.Hosting;

/// <summary>What the process ends with; the numbers are those of sysexits.h, so that service managers can tell them apart.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A fault of this program.</summary>
    public const int Fault = 70;

    /// <summary>The database or another file cannot be used.</summary>
    public const int Storage = 74;

    /// <summary>A setting is missing or wrong: starting again will not help.</summary>
    public const int Configuration = 78;

    /// <summary>What a verb was given is wrong: a deck with errors, an unknown deck.</summary>
    public const int BadInput = 1;
}
