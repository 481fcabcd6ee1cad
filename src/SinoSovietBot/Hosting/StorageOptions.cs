using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SinoSovietBot.Hosting;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database file, relative to the folder the bot was started in. Default <c>data/bot.db</c>.</summary>
    [Required]
    public string Path { get; set; } = System.IO.Path.Combine("data", "bot.db");
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
