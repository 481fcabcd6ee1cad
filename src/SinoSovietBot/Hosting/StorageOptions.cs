using Microsoft.Extensions.Options;

namespace SinoSovietBot.Hosting;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database file, relative to the folder the bot was started in. Default <c>data/bot.db</c>.</summary>
    public string Path { get; set; } = System.IO.Path.Combine("data", "bot.db");
}

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) => string.IsNullOrWhiteSpace(options.Path)
        ? ValidateOptionsResult.Fail("Storage:Path is empty. Name the database's file, or leave the setting out for data/bot.db.")
        : ValidateOptionsResult.Success;
}
