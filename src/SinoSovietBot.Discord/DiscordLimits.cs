namespace SinoSovietBot.Discord;

/// <summary>Discord's limits. Lengths are in UTF-16 characters unless said otherwise; every maximum is inclusive.</summary>
public static class DiscordLimits
{
    public const int MessageText = 2000;
    public const int EmbedsPerMessage = 10;
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFields = 25;
    public const int EmbedFieldName = 256;
    public const int EmbedFieldValue = 1024;
    public const int EmbedFooter = 2048;

    /// <summary>Titles, descriptions, field names and values, and footers of all embeds of a message together.</summary>
    public const int EmbedTotal = 6000;

    /// <summary>The greatest colour, 0xRRGGBB.</summary>
    public const int EmbedColor = 0xFFFFFF;

    public const int FilesPerMessage = 10;
    public const int FileDescription = 1024;

    /// <summary>Bytes a file, where the server has not been boosted.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Users that one message may ping.</summary>
    public const int MentionedUsers = 100;

    public const int RowsPerMessage = 5;
    public const int ButtonsPerRow = 5;
    public const int ButtonLabel = 80;
    public const int CustomId = 100;
    public const int SelectOptions = 25;
    public const int SelectOptionText = 100;
    public const int SelectPlaceholder = 150;
    public const int FormTitle = 45;
    public const int FormFields = 5;
    public const int LabelText = 45;
    public const int LabelDescription = 100;
    public const int TextInputValue = 4000;
    public const int TextInputPlaceholder = 100;
    public const int Suggestions = 25;
    public const int SuggestionText = 100;

    /// <summary>Slash commands an application.</summary>
    public const int Commands = 100;

    public const int CommandName = 32;
    public const int CommandDescription = 100;
    public const int CommandOptions = 25;

    /// <summary>What can be typed into a text option.</summary>
    public const int OptionText = 6000;

    /// <summary>Names, descriptions and choice values of one command together.</summary>
    public const int CommandTotal = 8000;

    public const int Nonce = 25;

    /// <summary>Requests a second for the whole bot; interaction endpoints do not count.</summary>
    public const int RequestsPerSecond = 50;

    /// <summary>How long after an interaction its first response is accepted.</summary>
    public static readonly TimeSpan FirstResponse = TimeSpan.FromSeconds(3);

    /// <summary>How long after an interaction its token works.</summary>
    public static readonly TimeSpan InteractionTokenLife = TimeSpan.FromMinutes(15);
}
