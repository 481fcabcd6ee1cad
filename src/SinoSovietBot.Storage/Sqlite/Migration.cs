using System.Globalization;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>One step of the schema.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Sql">What it does.</param>
internal sealed record Migration(int Number, string Sql)
{
    /// <summary>The embedded ones, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static List<Migration> Load()
    {
        const string Folder = "SinoSovietBot.Storage.Migrations.";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Migration(int.Parse(name.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd());
            })];
    }
}
