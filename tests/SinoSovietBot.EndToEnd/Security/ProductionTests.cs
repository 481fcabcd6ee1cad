using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Security;

/// <summary>Nothing that runs in production holds a playground, or could start one: the reference goes the other way only.</summary>
public sealed class ProductionTests
{
    private static string Folder => Path.GetDirectoryName(BuiltProgram.Start("SinoSovietBot").ArgumentList[0])!;

    [Fact]
    public void TheBotsProgramRefersToNoPlaygroundAndNoWebServer()
    {
        foreach (var assembly in Directory.EnumerateFiles(Folder, "SinoSovietBot*.dll"))
        {
            Assert.DoesNotContain(ReferencesOf(assembly), IsForeign);
            Assert.DoesNotContain("Playground", Path.GetFileName(assembly), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void TheBotsFolderHoldsNoPlaygroundAndNoWebServer()
    {
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)),
            name => IsForeign(name) || name.Contains("wwwroot", StringComparison.Ordinal));
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "SinoSovietBot.deps.json")));
        Assert.DoesNotContain(dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name), IsForeign);
        using var runtime = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "SinoSovietBot.runtimeconfig.json")));
        Assert.DoesNotContain("AspNetCore", runtime.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    private static bool IsForeign(string name) =>
        name.Contains("Playground", StringComparison.OrdinalIgnoreCase) || name.Contains("AspNetCore", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Kestrel", StringComparison.OrdinalIgnoreCase);

    private static List<string> ReferencesOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }
}
