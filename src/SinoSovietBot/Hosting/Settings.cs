using Microsoft.Extensions.Configuration;

namespace SinoSovietBot.Hosting;

/// <summary>Where settings come from; later ones win.</summary>
internal static class Settings
{
    /// <summary>
    /// The settings file beside the program, the one in the current folder, user-secrets, then the environment.
    /// </summary>
    /// <param name="overrides">Win over everything; none by default.</param>
    public static IConfiguration Load(IReadOnlyDictionary<string, string?>? overrides = null) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
        // Always, not in development only: it is the simplest safe place for a token on one's own machine.
        .AddUserSecrets(typeof(Settings).Assembly, optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(overrides)
        .Build();

    /// <summary>Where the configured database is, for verbs that need nothing else.</summary>
    public static string DatabasePath() => Load().GetSection(StorageOptions.Section)["Path"] ?? new StorageOptions().Path;
}
