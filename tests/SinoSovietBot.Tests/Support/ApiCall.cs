using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Tests.Support;

/// <summary>A call to Discord, noted when it begins.</summary>
/// <param name="At">On the test's clock.</param>
internal abstract record ApiCall(DateTimeOffset At)
{
    public sealed record Post(DateTimeOffset At, Snowflake Channel, MessageContent Content, string Nonce) : ApiCall(At);

    public sealed record Edit(DateTimeOffset At, Snowflake Channel, Snowflake Message, MessageContent Content) : ApiCall(At);

    public sealed record Respond(DateTimeOffset At, Interaction Interaction, InteractionResponse Response) : ApiCall(At);

    public sealed record EditResponse(DateTimeOffset At, Interaction Interaction, MessageContent Content) : ApiCall(At);

    public sealed record FollowUp(DateTimeOffset At, Interaction Interaction, MessageContent Content) : ApiCall(At);

    public sealed record OpenDirectMessage(DateTimeOffset At, Snowflake User) : ApiCall(At);

    public sealed record Download(DateTimeOffset At, Snowflake Attachment) : ApiCall(At);

    public sealed record Register(DateTimeOffset At) : ApiCall(At);
}

/// <summary>A message that Discord has taken.</summary>
internal sealed record Appeared(Snowflake Message, string Nonce);
