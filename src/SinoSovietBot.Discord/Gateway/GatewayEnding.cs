namespace SinoSovietBot.Discord.Gateway;

/// <summary>How one gateway connection ended, and so what comes next; a closed family.</summary>
internal abstract record GatewayEnding
{
    private GatewayEnding()
    {
    }

    /// <summary>We were asked to stop.</summary>
    public sealed record Stopped : GatewayEnding;

    /// <summary>Connect again and continue the session, if there is one.</summary>
    public sealed record Resume(string Why) : GatewayEnding;

    /// <summary>Connect again and begin a new session.</summary>
    /// <param name="Why">For the log.</param>
    /// <param name="Pause">After the pause that Discord asks for where it says "invalid session"; its close codes ask for none.</param>
    public sealed record Identify(string Why, bool Pause = false) : GatewayEnding;

    /// <summary>Discord will not have this bot.</summary>
    /// <param name="Sentence">For the operator.</param>
    public sealed record Refused(string Sentence) : GatewayEnding;
}
