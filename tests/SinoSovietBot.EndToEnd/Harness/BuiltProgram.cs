using System.Diagnostics;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// Finds what the build made of the programs under test, in the configuration of the running tests. The built files are started, not
/// <c>dotnet run</c>: killing that would leave its child alive.
/// </summary>
internal static class BuiltProgram
{
    /// <summary>How to start a program; the caller adds arguments and environment.</summary>
    public static ProcessStartInfo Start(string project, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Assembly(project));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // A developer's own settings must reach neither the tests nor Discord.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        return start;
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || name.Equals("NOTIFY_SOCKET", StringComparison.OrdinalIgnoreCase);

    private static string Assembly(string project)
    {
        // .../bin/<configuration>/<framework>/
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var path = Path.Combine(Repository(), "src", project, "bin", configuration.Name, framework.Name, $"{project}.dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{project} is not built. Build it first: dotnet build src/{project} -c {configuration.Name}");
    }

    /// <summary>The folder of the solution.</summary>
    public static string Repository()
    {
        for (var candidate = new DirectoryInfo(AppContext.BaseDirectory); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "SinoSovietBot.sln")))
                return candidate.FullName;
        }

        throw new DirectoryNotFoundException(
            $"The tests do not lie in the repository: no folder above {AppContext.BaseDirectory} holds SinoSovietBot.sln.");
    }
}
