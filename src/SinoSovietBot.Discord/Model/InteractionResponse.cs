using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>The first response to an interaction; a closed family, one type for each of Discord's callback types 4 to 9.</summary>
public abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>4: a new message.</summary>
    public sealed record Reply(MessageContent Content) : InteractionResponse;

    /// <summary>5: "thinking", to be filled in by <see cref="IDiscordApi.EditResponseAsync"/>.</summary>
    public sealed record DeferReply(bool Ephemeral) : InteractionResponse;

    /// <summary>6: nothing visible; the button's message may be edited later. For buttons and menus.</summary>
    public sealed record DeferUpdate : InteractionResponse;

    /// <summary>7: edits the message that holds the button or menu.</summary>
    public sealed record UpdateMessage(MessageContent Content) : InteractionResponse;

    /// <summary>8: the choices under an option that is being typed; at most <see cref="DiscordLimits.Suggestions"/>.</summary>
    public sealed record Suggest(ImmutableArray<Suggestion> Choices) : InteractionResponse;

    /// <summary>9: opens a form. Not in answer to a form.</summary>
    public sealed record OpenForm(Form Form) : InteractionResponse;
}

/// <summary>One suggestion.</summary>
/// <param name="Name">What the person sees.</param>
/// <param name="Value">What the option becomes.</param>
public sealed record Suggestion(string Name, string Value);
