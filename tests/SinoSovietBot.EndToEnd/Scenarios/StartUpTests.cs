using Microsoft.Data.Sqlite;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>A bot that cannot work ends with an exit code and one line that says why and what to do.</summary>
public sealed class StartUpTests : IDisposable
{
    private const int NoToken = 78;

    /// <summary>Nothing listens there.</summary>
    private const string Nowhere = $"http://127.0.0.1{NowherePort}/api/v10";

    private const string NowherePort = ":9";

    private readonly TemporaryFolder _data = new("startup");

    private BotSettings Settings => new() { ApiBase = Nowhere, Token = "a-token", DatabasePath = _data.File("bot.db") };

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task WithoutATokenItNamesTheSettingAndThePlayground()
    {
        var (exitCode, story) = await EndOfAsync(Settings with { Token = null });
        Assert.Equal(NoToken, exitCode);
        Assert.Contains("Discord:Token", story, StringComparison.Ordinal);
        Assert.Contains("playground", story, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AWrongTokenNamesTheSettingAndIsNotShown()
    {
        await using var playground = await PlaygroundProcess.StartAsync();
        var settings = BotSettings.In(playground, _data.File("bot.db")) with { Token = "MTIzNDU2Nzg5.wrong.c2VjcmV0LXRva2Vu" };
        var (exitCode, story) = await EndOfAsync(settings);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Discord:Token", story, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0LXRva2Vu", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatKeepsItFromStartingIsToldWithoutAStackTrace()
    {
        var (_, story) = await EndOfAsync(Settings with { Token = null });
        Assert.DoesNotContain("   at ", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsLeftAlone()
    {
        await using (var bot = BotProcess.Start(Settings))
        {
            await bot.LogAsync(line => line.Contains(NowherePort, StringComparison.Ordinal));
            await bot.StopAsync();
        }

        Execute("PRAGMA user_version = 9999");
        var (exitCode, story) = await EndOfUntouchedAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains("newer", story, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(_data.File("bot.db"), story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseOfAnotherProgramIsLeftAlone()
    {
        Execute("CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT)");
        var (exitCode, story) = await EndOfUntouchedAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains(_data.File("bot.db"), story, StringComparison.Ordinal);
        Assert.Contains("Storage:Path", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorruptDatabaseIsNamedAndLeftAlone()
    {
        var garbage = new byte[8192];
        new Random(7).NextBytes(garbage);
        await File.WriteAllBytesAsync(_data.File("bot.db"), garbage, Patience.TestCancellation);
        var (exitCode, story) = await EndOfUntouchedAsync();
        Assert.NotEqual(0, exitCode);
        Assert.Contains(_data.File("bot.db"), story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADataFolderThatIsAFileIsNamed()
    {
        await File.WriteAllTextAsync(_data.File("taken"), "", Patience.TestCancellation);
        var path = Path.Combine(_data.File("taken"), "bot.db");
        var (exitCode, story) = await EndOfAsync(Settings with { DatabasePath = path, WorkingFolder = _data.Path });
        Assert.NotEqual(0, exitCode);
        Assert.Contains("taken", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadOnlyDataFolderIsNamed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "Nothing is read only for this user.");
        var folder = Directory.CreateDirectory(_data.File("readonly")).FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (exitCode, story) = await EndOfAsync(Settings with { DatabasePath = Path.Combine(folder, "bot.db") });
        Assert.NotEqual(0, exitCode);
        Assert.Contains(folder, story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllFaultsInSettingsAreToldTogether()
    {
        var (exitCode, story) = await EndOfAsync(Settings with { ApiBase = "ftp://somewhere/", RevealSeconds = -5 });
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Discord:ApiBase", story, StringComparison.Ordinal);
        Assert.Contains("RevealSeconds", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutANetworkItWaitsAndStopsWhenAsked()
    {
        await using var bot = BotProcess.Start(Settings);
        await bot.LogAsync(line => line.Contains(NowherePort, StringComparison.Ordinal));
        Assert.False(bot.HasExited, bot.Story);
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task ABrokenDeckIsNamedAndTheOthersWork()
    {
        var decks = Directory.CreateDirectory(_data.File("decks")).FullName;
        await File.WriteAllTextAsync(Path.Combine(decks, "broken.yaml"), "id: broken\ncards: [\n  - {", Patience.TestCancellation);
        await using var playground = await PlaygroundProcess.StartAsync();
        await using var teacher = await ScriptedMember.ConnectAsync(playground, await playground.AddMemberAsync("Ms Patel", teacher: true));
        await using var bot = BotProcess.Start(BotSettings.In(playground, _data.File("bot.db")) with { DecksPath = decks });
        await bot.UntilItAnswersAsync(teacher, playground.FirstChannel);
        await bot.LogAsync(line => line.Contains("broken.yaml", StringComparison.Ordinal));
        Assert.Empty(await teacher.SuggestAsync("quiz start", playground.FirstChannel, "deck", "broken"));
    }

    private static async Task<(int ExitCode, string Story)> EndOfAsync(BotSettings settings)
    {
        await using var bot = BotProcess.Start(settings);
        var exitCode = await bot.ExitAsync();
        return (exitCode, bot.Story);
    }

    /// <summary>The end of a bot that must not change the database it finds.</summary>
    private async Task<(int ExitCode, string Story)> EndOfUntouchedAsync()
    {
        var before = await File.ReadAllBytesAsync(_data.File("bot.db"), Patience.TestCancellation);
        var end = await EndOfAsync(Settings);
        Assert.Equal(before, await File.ReadAllBytesAsync(_data.File("bot.db"), Patience.TestCancellation));
        return end;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_data.File("bot.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
