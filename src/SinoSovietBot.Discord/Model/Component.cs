using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>A row of buttons, or one select menu.</summary>
/// <param name="Components">One to five buttons, or exactly one select.</param>
public sealed record ActionRow(ImmutableArray<Component> Components);

/// <summary>Something to press or choose from; a closed family.</summary>
public abstract record Component
{
    private protected Component()
    {
    }
}

/// <summary>A button.</summary>
/// <param name="Label">At most <see cref="DiscordLimits.ButtonLabel"/> characters.</param>
/// <param name="CustomId">
/// Comes back in <see cref="ButtonPressed"/>; at most <see cref="DiscordLimits.CustomId"/> characters, unique in its message.
/// </param>
public sealed record Button(string Label, string CustomId) : Component
{
    public ButtonStyle Style { get; init; } = ButtonStyle.Secondary;

    public bool Disabled { get; init; }

    /// <summary>One Unicode emoji before the label, or null.</summary>
    public string? Emoji { get; init; }
}

/// <summary>A drop-down of texts.</summary>
/// <param name="CustomId">Comes back in <see cref="MenuChosen"/>.</param>
/// <param name="Options">1 to 25.</param>
public sealed record StringSelect(string CustomId, ImmutableArray<SelectOption> Options) : Component
{
    public string? Placeholder { get; init; }

    public int MinValues { get; init; } = 1;

    public int MaxValues { get; init; } = 1;

    public bool Disabled { get; init; }
}

/// <summary>One line of a drop-down.</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool Default = false);

/// <summary>The colour of a button; the values are Discord's.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
}
