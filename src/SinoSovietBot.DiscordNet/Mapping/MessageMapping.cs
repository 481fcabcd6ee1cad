using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>Our messages in Discord.Net's builders.</summary>
internal static class MessageMapping
{
    /// <summary>Null when there is none: Discord.Net would send an empty one.</summary>
    public static string? Text(MessageContent content) => content.Text.Length > 0 ? content.Text : null;

    public static DNet.Embed[] Embeds(MessageContent content) => content.Embeds.IsDefault ? [] : [.. content.Embeds.Select(Embed)];

    /// <summary>Null when there are none.</summary>
    public static DNet.MessageComponent? Rows(MessageContent content) => content.Rows.IsDefaultOrEmpty ? null : Build(content.Rows);

    /// <summary>Nobody is pinged but those who are named.</summary>
    public static DNet.AllowedMentions Mentions(MessageContent content) => new(DNet.AllowedMentionTypes.None)
    {
        UserIds = content.MentionedUsers.IsDefaultOrEmpty ? [] : [.. content.MentionedUsers.Distinct().Select(static user => user.Value)],
    };

    /// <summary>Streams of their own for each attempt: sending reads them to the end.</summary>
    public static DNet.FileAttachment[] Files(MessageContent content) =>
        content.Files.IsDefaultOrEmpty ? [] : [.. content.Files.Select(File)];

    /// <summary>A message that replaces another: what is empty now is said to be empty, or the old remains.</summary>
    public static void Replace(MessageContent content, DNet.MessageProperties message)
    {
        message.Content = content.Text;
        message.Embeds = Embeds(content);
        message.Components = Build(content.Rows.IsDefault ? [] : content.Rows);
        message.AllowedMentions = Mentions(content);
        if (!content.Files.IsDefaultOrEmpty) message.Attachments = Files(content);
    }

    private static DNet.Embed Embed(Embed embed)
    {
        var builder = new DNet.EmbedBuilder
        {
            Title = embed.Title,
            Description = embed.Description,
            Color = embed.Color is { } color ? new DNet.Color((uint)color) : null,
            Fields = embed.Fields.IsDefault ? [] : [.. embed.Fields.Select(Field)],
            Footer = embed.Footer is { } footer ? new DNet.EmbedFooterBuilder { Text = footer } : null,
        };
        // Set to null, it would be sent as a picture without an address.
        if (embed.ImageUrl is not null) builder.ImageUrl = embed.ImageUrl;
        return builder.Build();
    }

    private static DNet.EmbedFieldBuilder Field(EmbedField field) => new() { Name = field.Name, Value = field.Value, IsInline = field.Inline };

    private static DNet.FileAttachment File(FileUpload file) =>
        new(new MemoryStream(file.Content.ToArray(), writable: false), file.Name, file.Description);

    private static DNet.MessageComponent Build(ImmutableArray<ActionRow> rows)
    {
        var builder = new DNet.ComponentBuilder();
        foreach (ActionRow row in rows)
            builder.AddRow(new DNet.ActionRowBuilder().WithComponents([.. row.Components.Select(Component)]));
        return builder.Build();
    }

    private static DNet.IMessageComponent Component(Component component) => component switch
    {
        Button button => new DNet.ButtonBuilder
        {
            Label = button.Label.Length > 0 ? button.Label : null,
            CustomId = button.CustomId,
            Style = (DNet.ButtonStyle)button.Style,
            IsDisabled = button.Disabled,
            Emote = button.Emoji is { } emoji ? new DNet.Emoji(emoji) : null,
        }.Build(),
        StringSelect select => new DNet.SelectMenuBuilder
        {
            CustomId = select.CustomId,
            Options = [.. select.Options.Select(Option)],
            Placeholder = select.Placeholder,
            MinValues = select.MinValues,
            MaxValues = select.MaxValues,
            IsDisabled = select.Disabled,
        }.Build(),
        _ => throw new ArgumentOutOfRangeException(nameof(component), "There is no such component."),
    };

    private static DNet.SelectMenuOptionBuilder Option(SelectOption option) => new()
    {
        Label = option.Label,
        Value = option.Value,
        Description = option.Description,
        IsDefault = option.Default,
    };
}
