using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>A dialogue to fill in (Discord calls it a modal).</summary>
/// <param name="CustomId">Comes back in <see cref="FormSubmitted"/>.</param>
/// <param name="Title">At most <see cref="DiscordLimits.FormTitle"/> characters.</param>
/// <param name="Fields">1 to 5; each is sent inside a Label component.</param>
public sealed record Form(string CustomId, string Title, ImmutableArray<FormField> Fields);

/// <summary>One labelled input of a form; a closed family.</summary>
/// <param name="CustomId">The key of the entry in <see cref="FormSubmitted.Fields"/>.</param>
/// <param name="Label">At most <see cref="DiscordLimits.LabelText"/> characters.</param>
public abstract record FormField(string CustomId, string Label)
{
    /// <summary>A line of help under the label, or null.</summary>
    public string? Description { get; init; }

    public bool Required { get; init; } = true;
}

/// <summary>Free text.</summary>
public sealed record TextField(string CustomId, string Label) : FormField(CustomId, Label)
{
    /// <summary>Several lines instead of one.</summary>
    public bool Paragraph { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>What stands in the field at first.</summary>
    public string? Value { get; init; }
}

/// <summary>A drop-down.</summary>
public sealed record SelectField(string CustomId, string Label, ImmutableArray<SelectOption> Options) : FormField(CustomId, Label)
{
    public string? Placeholder { get; init; }
}
