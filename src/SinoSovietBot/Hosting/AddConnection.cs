using Microsoft.Extensions.DependencyInjection;
using SinoSovietBot.Discord;

namespace SinoSovietBot.Hosting;

/// <summary>
/// Chooses the bot's connection to Discord: adds one <see cref="IDiscordEvents"/> and one <see cref="IDiscordApi"/>. They may ask for
/// <see cref="DiscordConnectionOptions"/>, for a <see cref="TimeProvider"/> and for logging.
/// </summary>
public delegate void AddConnection(IServiceCollection services);
