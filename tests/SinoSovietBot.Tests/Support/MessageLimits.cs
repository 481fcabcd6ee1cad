using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Tests.Support;

/// <summary>What Discord would refuse a message for.</summary>
internal static class MessageLimits
{
    public static List<string> Faults(MessageContent content)
    {
        var faults = new List<string>();
        Check(faults, "text", content.Text, DiscordLimits.MessageText);
        if (content.Text.Length == 0 && content.Embeds.IsEmpty)
            faults.Add("the message is empty");
        if (content.Embeds.Length > DiscordLimits.EmbedsPerMessage)
            faults.Add("too many embeds");
        foreach (var embed in content.Embeds)
            CheckEmbed(faults, embed);
        if (content.Embeds.Sum(Total) is var total and > DiscordLimits.EmbedTotal)
            faults.Add($"the embeds together have {total}");
        if (content.Rows.Length > DiscordLimits.RowsPerMessage)
            faults.Add("too many rows");
        foreach (var row in content.Rows)
            CheckRow(faults, row);
        foreach (var file in content.Files.Where(file => file.Content.Length > DiscordLimits.FileBytes))
            faults.Add($"{file.Name} is too large");
        var ids = content.Rows.SelectMany(row => row.Components)
            .Select(component => component is Button button ? button.CustomId : ((StringSelect)component).CustomId).ToList();
        if (ids.Distinct().Count() != ids.Count)
            faults.Add("two buttons have one id");
        return faults;
    }

    private static void CheckEmbed(List<string> faults, Embed embed)
    {
        Check(faults, "title", embed.Title ?? "", DiscordLimits.EmbedTitle);
        Check(faults, "description", embed.Description ?? "", DiscordLimits.EmbedDescription);
        Check(faults, "footer", embed.Footer ?? "", DiscordLimits.EmbedFooter);
        if (string.IsNullOrWhiteSpace(embed.Description) && embed.Fields.IsEmpty)
            faults.Add("an embed says nothing");
        if (embed.Fields.Length > DiscordLimits.EmbedFields)
            faults.Add("too many fields");
        foreach (var field in embed.Fields)
        {
            Check(faults, "field name", field.Name, DiscordLimits.EmbedFieldName);
            Check(faults, "field value", field.Value, DiscordLimits.EmbedFieldValue);
            if (string.IsNullOrWhiteSpace(field.Name) || string.IsNullOrWhiteSpace(field.Value))
                faults.Add("a field is empty");
        }
    }

    private static void CheckRow(List<string> faults, ActionRow row)
    {
        if (row.Components.Length is 0 or > DiscordLimits.ButtonsPerRow)
            faults.Add($"a row of {row.Components.Length}");
        foreach (var menu in row.Components.OfType<StringSelect>())
            CheckMenu(faults, menu);
        foreach (var button in row.Components.OfType<Button>())
        {
            Check(faults, "label", button.Label, DiscordLimits.ButtonLabel);
            Check(faults, "custom id", button.CustomId, DiscordLimits.CustomId);
            if (string.IsNullOrWhiteSpace(button.Label) || button.CustomId.Length == 0)
                faults.Add("a button without label or id");
        }
    }

    private static void CheckMenu(List<string> faults, StringSelect menu)
    {
        Check(faults, "custom id", menu.CustomId, DiscordLimits.CustomId);
        Check(faults, "placeholder", menu.Placeholder ?? "", DiscordLimits.SelectPlaceholder);
        if (menu.Options.Length is 0 or > DiscordLimits.SelectOptions)
            faults.Add($"a menu of {menu.Options.Length}");
        if (menu.Options.Select(option => option.Value).Distinct().Count() != menu.Options.Length)
            faults.Add("two lines of a menu have one value");
        foreach (var option in menu.Options)
        {
            Check(faults, "line of a menu", option.Label, DiscordLimits.SelectOptionText);
            if (string.IsNullOrWhiteSpace(option.Label))
                faults.Add("a line of a menu is empty");
        }
    }

    private static int Total(Embed embed) =>
        (embed.Title ?? "").Length + (embed.Description ?? "").Length + (embed.Footer ?? "").Length
        + embed.Fields.Sum(field => field.Name.Length + field.Value.Length);

    private static void Check(List<string> faults, string what, string text, int max)
    {
        if (text.Length > max)
            faults.Add($"{what} has {text.Length} of {max}");
    }
}
