using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("https://discord.com/api/v10")]
    [InlineData("http://127.0.0.1:5080/api/v10")]
    [InlineData("http://localhost:5080/api/v10")]
    [InlineData("http://[::1]:5080/api/v10")]
    public void SafeAddressIsAccepted(string address) =>
        ConnectionSettings.Check(new DiscordConnectionOptions { Token = "t", ApiBase = new Uri(address) });

    [Theory]
    [InlineData("http://discord.com/api/v10")]
    [InlineData("http://192.168.1.5:5080/api/v10")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("https://discord.com/api/v10?x=1")]
    public void UnsafeAddressIsRefusedWithTheSettingsName(string address)
    {
        var options = new DiscordConnectionOptions { Token = "t", ApiBase = new Uri(address), ApiBaseSetting = "My:Base" };
        var error = Assert.Throws<DiscordConnectionException>(
            () => new DiscordConnection(options, new LogCollector(), TimeProvider.System, new Random(1)));
        Assert.Contains("My:Base", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bot abc")]
    [InlineData("abc\n")]
    [InlineData("a b")]
    public void TokenThatCannotBeOneIsRefusedWithTheSettingsName(string token)
    {
        var options = new DiscordConnectionOptions { Token = token, TokenSetting = "My:Token" };
        var error = Assert.Throws<DiscordConnectionException>(() => ConnectionSettings.Check(options));
        Assert.Contains("My:Token", error.Message, StringComparison.Ordinal);
        if (token.Length > 0) Assert.DoesNotContain(token, error.Message, StringComparison.Ordinal);
    }
}
