using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Discord's description, read once for all tests.</summary>
internal static class DiscordDescription
{
    public const string AbsenceMessage = "Discord's API description (shared/protocol/discord-openapi.json beside the repository) is not here.";

    private static readonly Lazy<OpenApiDescription?> _loaded =
        new(() => OpenApiDescription.FindBesideRepository() is { } path ? OpenApiDescription.Load(path) : null);

    /// <summary>The description; null where the file is absent.</summary>
    public static OpenApiDescription? OrNull => _loaded.Value;

    /// <summary>The description; skips the running test where the file is absent.</summary>
    public static OpenApiDescription OrSkip()
    {
        if (OrNull is null)
            Assert.Skip(AbsenceMessage);
        return OrNull!;
    }
}
