using SinoSovietBot.Storage.Tests.Support;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Security;

/// <summary>What members answered is for the bot's user alone to read.</summary>
public sealed class FilePermissionTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Shared = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly DatabaseFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void ANewDatabaseAndItsJournalsAreItsOwnersAlone()
    {
        using var storage = file.Open();
        Assert.Contains("bot.db-wal", file.Files());
        foreach (string name in file.Files().Where(name => name != "bot.db.lock"))
            Assert.Equal(Private, ModeOf(file.Beside(name)));
    }

    [Fact]
    public void ABackupIsItsOwnersAlone()
    {
        string copy = file.Beside("copy.db");
        using (file.Open())
            SqliteBackup.Run(file.Path, copy, overwrite: false);
        Assert.Equal(Private, ModeOf(copy));
    }

    [Fact]
    public void WhatAnOperatorAllowedStaysAllowed()
    {
        file.Open().Dispose();
        SetMode(file.Path, Shared);
        using var storage = file.Open();
        Assert.Equal(Shared, ModeOf(file.Path));
    }

    private static UnixFileMode ModeOf(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such permissions here.");
        return OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no such permissions here.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
