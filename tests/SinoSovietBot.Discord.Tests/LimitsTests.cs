namespace SinoSovietBot.Discord.Tests;

/// <summary>Discord's numbers, written down a second time: changing one by accident fails here.</summary>
public sealed class LimitsTests
{
    [Fact]
    public void MessageLimitsAreDiscords()
    {
        Assert.Equal(2000, DiscordLimits.MessageText);
        Assert.Equal(10, DiscordLimits.EmbedsPerMessage);
        Assert.Equal(256, DiscordLimits.EmbedTitle);
        Assert.Equal(4096, DiscordLimits.EmbedDescription);
        Assert.Equal(25, DiscordLimits.EmbedFields);
        Assert.Equal(256, DiscordLimits.EmbedFieldName);
        Assert.Equal(1024, DiscordLimits.EmbedFieldValue);
        Assert.Equal(2048, DiscordLimits.EmbedFooter);
        Assert.Equal(6000, DiscordLimits.EmbedTotal);
        Assert.Equal(0xFFFFFF, DiscordLimits.EmbedColor);
        Assert.Equal(10, DiscordLimits.FilesPerMessage);
        Assert.Equal(1024, DiscordLimits.FileDescription);
        Assert.Equal(10 * 1024 * 1024, DiscordLimits.FileBytes);
        Assert.Equal(100, DiscordLimits.MentionedUsers);
        Assert.Equal(25, DiscordLimits.Nonce);
    }

    [Fact]
    public void ComponentLimitsAreDiscords()
    {
        Assert.Equal(5, DiscordLimits.RowsPerMessage);
        Assert.Equal(5, DiscordLimits.ButtonsPerRow);
        Assert.Equal(80, DiscordLimits.ButtonLabel);
        Assert.Equal(100, DiscordLimits.CustomId);
        Assert.Equal(25, DiscordLimits.SelectOptions);
        Assert.Equal(100, DiscordLimits.SelectOptionText);
        Assert.Equal(150, DiscordLimits.SelectPlaceholder);
        Assert.Equal(45, DiscordLimits.FormTitle);
        Assert.Equal(5, DiscordLimits.FormFields);
        Assert.Equal(45, DiscordLimits.LabelText);
        Assert.Equal(100, DiscordLimits.LabelDescription);
        Assert.Equal(4000, DiscordLimits.TextInputValue);
        Assert.Equal(100, DiscordLimits.TextInputPlaceholder);
    }

    [Fact]
    public void CommandLimitsAreDiscords()
    {
        Assert.Equal(100, DiscordLimits.Commands);
        Assert.Equal(32, DiscordLimits.CommandName);
        Assert.Equal(100, DiscordLimits.CommandDescription);
        Assert.Equal(25, DiscordLimits.CommandOptions);
        Assert.Equal(8000, DiscordLimits.CommandTotal);
        Assert.Equal(25, DiscordLimits.Suggestions);
        Assert.Equal(100, DiscordLimits.SuggestionText);
        Assert.Equal(6000, DiscordLimits.OptionText);
    }

    [Fact]
    public void TimesAndRatesAreDiscords()
    {
        Assert.Equal(50, DiscordLimits.RequestsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(3), DiscordLimits.FirstResponse);
        Assert.Equal(TimeSpan.FromMinutes(15), DiscordLimits.InteractionTokenLife);
    }
}
