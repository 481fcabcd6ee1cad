using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;

namespace SinoSovietBot.Hosting;

/// <summary>The connection of <c>SinoSovietBot.Discord</c>.</summary>
public static class BuiltInConnection
{
    /// <inheritdoc cref="AddConnection"/>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(Connect);
        services.AddSingleton<IDiscordEvents>(provider => provider.GetRequiredService<DiscordConnection>());
        services.AddSingleton<IDiscordApi>(provider => provider.GetRequiredService<DiscordConnection>());
    }

    private static DiscordConnection Connect(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        // Jitter only has to differ between starts, so the clock is seed enough.
        var random = new Random(unchecked((int)time.GetTimestamp()));
        return new DiscordConnection(
            provider.GetRequiredService<DiscordConnectionOptions>(), provider.GetRequiredService<ILoggerFactory>(), time, random);
    }
}
