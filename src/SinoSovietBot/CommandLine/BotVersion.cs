using System.Reflection;

namespace SinoSovietBot.CommandLine;

internal static class BotVersion
{
    public static string Text { get; } =
        typeof(BotVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
