using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SinoSovietBot.CommandLine;
using SinoSovietBot.Hosting;
using SinoSovietBot.Leaderboard;
using SinoSovietBot.Quiz;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Hosting;

public sealed class OptionsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheMissingTokenSentenceNamesBothSettingsAndThePlayground()
    {
        Assert.Contains("Discord:Token ", BotToken.Missing, StringComparison.Ordinal);
        Assert.Contains("Discord__Token", BotToken.Missing, StringComparison.Ordinal);
        Assert.Contains("Discord:TokenFile", BotToken.Missing, StringComparison.Ordinal);
        Assert.Contains("src/SinoSovietBot.Playground", BotToken.Missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  abc.def \n", null, "abc.def")]
    [InlineData("abc", "ignored", "abc")]
    [InlineData(" ", null, null)]
    [InlineData(null, "", null)]
    [InlineData(null, null, null)]
    public void TheTokenIsTheSettingWithoutSpaces(string? token, string? file, string? expected) =>
        Assert.Equal(expected, BotToken.Of(new DiscordOptions { Token = token, TokenFile = file }));

    [Fact]
    public void TheTokenMayBeInAFile()
    {
        string file = folder.File("token", "abc.def\n");
        Assert.Equal("abc.def", BotToken.Of(new DiscordOptions { TokenFile = file }));
        Assert.True(Validate(new DiscordOptions { TokenFile = file }).Succeeded);
    }

    [Fact]
    public void ATokenInThePlaceOfItsFileIsNotRepeated()
    {
        const string token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB";
        string said = Assert.Single(Validate(new DiscordOptions { TokenFile = token }).Failures!);
        Assert.Contains("Discord:TokenFile", said, StringComparison.Ordinal);
        Assert.All(token.Split('.'), part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://user:password@discord.com/api/v10")]
    [InlineData("https://user:password@discord.com/api/v10")]
    public void APasswordInTheAddressIsNotRepeated(string address)
    {
        string said = Assert.Single(Validate(new DiscordOptions { Token = "t", ApiBase = address }).Failures!);
        Assert.Contains("Discord:ApiBase", said, StringComparison.Ordinal);
        Assert.DoesNotContain("password", said, StringComparison.Ordinal);
    }

    [Fact]
    public void ATokenFileThatIsMissingEmptyOrAFolderIsNamed()
    {
        foreach (string file in new[] { Path.Combine(folder.Path, "none"), folder.File("empty", " \n"), folder.Path })
            Assert.Contains(file, Assert.Single(Validate(new DiscordOptions { TokenFile = file }).Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discord.com")]
    [InlineData("ftp://discord.com/api/v10")]
    [InlineData("http://discord.com/api/v10")]
    [InlineData("https://discord.com/api/v10/")]
    [InlineData("")]
    public void AnAddressThatCannotWorkIsNamed(string address) =>
        Assert.StartsWith("Discord:ApiBase is '" + address + "'",
            Assert.Single(Validate(new DiscordOptions { Token = "t", ApiBase = address }).Failures!), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://discord.com/api/v10")]
    [InlineData("http://127.0.0.1:5080/api/v10")]
    [InlineData("http://localhost:5080/api/v10")]
    public void AnAddressThatCanWorkIsTaken(string address) => Assert.True(Validate(new DiscordOptions { Token = "t", ApiBase = address }).Succeeded);

    [Fact]
    public void EveryFaultOfOneSectionIsTold()
    {
        Assert.Equal(2, Validate(new DiscordOptions { ApiBase = "nowhere" }).Failures!.Count());
        var quiz = new QuizOptionsValidator().Validate(null, new QuizOptions { RevealSeconds = 61, LobbySeconds = 4 });
        string all = string.Join('\n', quiz.Failures!);
        Assert.Contains("Quiz:RevealSeconds is 61. It must be from 0 to 60.", all, StringComparison.Ordinal);
        Assert.Contains("Quiz:LobbySeconds is 4. It must be from 5 to 600.", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/London", true)]
    [InlineData("UTC", true)]
    [InlineData("Peking/Duck", false)]
    [InlineData("", false)]
    public void ATimeZoneMustBeKnown(string zone, bool good)
    {
        var result = new LeaderboardOptionsValidator().Validate(null, new LeaderboardOptions { TimeZone = zone });
        Assert.Equal(good, result.Succeeded);
        Assert.Equal(!good, result.FailureMessage?.StartsWith("Leaderboard:TimeZone is", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task AllFaultsOfAllSectionsAreInOneMessageAndEndWithTheConfigurationCode()
    {
        var (code, error) = await RunAsync(
            ("Discord:ApiBase", "nowhere"), ("Quiz:RevealSeconds", "99"), ("Quiz:LobbySeconds", "1"), ("Leaderboard:TimeZone", "Peking/Duck"));
        Assert.Equal(78, code);
        foreach (string setting in new[] { "Discord:ApiBase", "Discord:Token ", "Quiz:RevealSeconds", "Quiz:LobbySeconds", "Leaderboard:TimeZone" })
            Assert.Contains(setting, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "bot.db")));
    }

    [Fact]
    public async Task WithoutATokenTheBotSaysWhatToSetAndWhatToTry()
    {
        var (code, error) = await RunAsync();
        Assert.Equal((78, BotToken.Missing), (code, error.Trim()));
    }

    [Fact]
    public async Task ASettingThatIsNoNumberIsNamedInOneLine()
    {
        var (code, error) = await RunAsync(("Discord:Token", "t"), ("Quiz:RevealSeconds", "five"));
        Assert.Equal(78, code);
        Assert.Contains("Quiz:RevealSeconds", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task ASettingsFileThatIsNoJsonIsNamed()
    {
        string file = folder.File("appsettings.json", "{ \"Quiz\": ");
        using var error = new StringWriter();
        int code = await RunVerb.RunAsync(
            () => new ConfigurationBuilder().AddJsonFile(file).Build(), BuiltInConnection.Add, error, TestContext.Current.CancellationToken);
        Assert.Equal(78, code);
        Assert.Contains(file, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
    }

    [Fact]
    public async Task ADatabaseThatCannotBeOpenedIsSaidInOneLine()
    {
        string file = folder.File("file", "");
        var (code, error) = await RunAsync(("Discord:Token", "t"), ("Storage:Path", Path.Combine(file, "bot.db")));
        Assert.Equal(74, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void AnEmptyDatabasePathIsNamed() => Assert.Contains(
        "Storage:Path", new StorageOptionsValidator().Validate(null, new StorageOptions { Path = " " }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void ATokenIsNotPrinted() => Assert.DoesNotContain("secret", new DiscordOptions { Token = "secret" }.ToString(), StringComparison.Ordinal);

    private static ValidateOptionsResult Validate(DiscordOptions options) => new DiscordOptionsValidator().Validate(null, options);

    private async Task<(int Code, string Error)> RunAsync(params (string Key, string Value)[] settings)
    {
        // Discord's address is a port of this machine on which nothing listens: these starts must fail before they would reach it.
        var values = new Dictionary<string, string?>
        {
            ["Discord:ApiBase"] = "http://127.0.0.1:9/api/v10",
            ["Storage:Path"] = Path.Combine(folder.Path, "bot.db"),
            ["Decks:Path"] = folder.Path,
        };
        foreach (var (key, value) in settings)
            values[key] = value;
        using var error = new StringWriter();
        // A bot that starts where it should not would run for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        int code = await RunVerb.RunAsync(
            () => new ConfigurationBuilder().AddInMemoryCollection(values).Build(), BuiltInConnection.Add, error, patience.Token);
        return (code, error.ToString());
    }
}
