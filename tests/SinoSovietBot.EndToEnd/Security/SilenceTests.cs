using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Security;

/// <summary>Whatever happens to the bot and however much it is asked to tell, it tells no secret.</summary>
public sealed class SilenceTests : IAsyncLifetime
{
    private static readonly object[] _troubles =
    [
        new { kind = "rate_limit", scope = "user", retry_after = 0.3, count = 2 },
        new { kind = "rate_limit", scope = "shared", retry_after = 0.3, count = 2 },
        new { kind = "rate_limit", scope = "global", retry_after = 0.3, count = 2 },
        new { kind = "server_error", status = 500, count = 3 },
        new { kind = "server_error", status = 502, count = 3 },
        new { kind = "server_error", status = 503, count = 12 },
        new { kind = "lose_response", count = 3 },
        new { kind = "expire_token", count = 1 },
        new { kind = "duplicate_event", count = 1 },
        new { kind = "reconnect", count = 1 },
        new { kind = "drop_socket", count = 1, mid_frame = true },
        new { kind = "drop_socket", count = 1 },
        new { kind = "close", count = 1, code = 4000 },
        new { kind = "close", count = 1, code = 4009 },
        new { kind = "invalid_session", count = 1, resumable = true },
        new { kind = "invalid_session", count = 1, resumable = false },
    ];

    private readonly TemporaryFolder _data = new("silence");
    private PlaygroundProcess? _playground;

    private string Token => _playground!.World.Bot.Token;

    public async ValueTask InitializeAsync()
    {
        _playground = await PlaygroundProcess.StartAsync();
        foreach (var channel in _playground.World.Channels)
            await _playground.SetBotPermissionsAsync(channel.Id, Classroom.AllThatAQuizNeeds);
        Directory.CreateDirectory(_data.File("secret"));
        await File.WriteAllTextAsync(_data.File("secret/token"), Token + "\n", Patience.TestCancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_playground is not null)
            await _playground.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task AQuizFullOfTroubleIsToldWithoutASecret()
    {
        await using var teacher = await ScriptedMember.ConnectAsync(_playground!, await _playground!.AddMemberAsync("Ms Patel", teacher: true));
        await using var student = await ScriptedMember.ConnectAsync(_playground, await _playground.AddMemberAsync("Ann"));
        await using var absent = await ScriptedMember.ConnectAsync(_playground, await _playground.AddMemberAsync("Ben"));
        await using var bot = StartBot(("Discord__TokenFile", _data.File("secret/token")));
        await UntilReadyAsync(bot);

        var quiz = await QuizRun.OpenAsync(teacher, _playground.FirstChannel, 2, 240);
        await quiz.JoinAsync(student, absent);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        foreach (var trouble in _troubles)
        {
            await _playground.AddFaultAsync(trouble);
            // How they end is other tests' business.
            await Task.WhenAll(student.PressAsync(round.Message, "A"), teacher.RunCommandAsync("leaderboard", _playground.FirstChannel));
            await _playground.ClearFaultsAsync();
        }

        await UntilItAnswersAsync(teacher);
        await LoseTheBoardAsync(teacher);
        await LoseTheChannelAsync(teacher, quiz);
        AssertNoArgumentHoldsASecret();
        Assert.Equal(0, await bot.TerminateAsync());

        var secrets = await SecretsAsync();
        var printed = bot.Output + bot.Errors;
        Assert.Contains("gave 204 in", printed, StringComparison.Ordinal);
        Assert.Contains("rate limit", printed, StringComparison.Ordinal);
        Assert.Contains("The Discord connection ended", printed, StringComparison.Ordinal);
        Assert.Contains("no such table", printed, StringComparison.Ordinal);
        Assert.Empty(Secrets.FoundIn(printed, secrets));
        Assert.DoesNotMatch(@"/(webhooks|interactions)/\d", printed);
        AssertNothingIsStored(secrets);
    }

    [Fact]
    public async Task AWrongTokenIsNotRepeated()
    {
        var wrong = Token[..^4] + "abcd";
        await using var bot = StartBot(("Discord__Token", wrong));
        Assert.Equal(78, await bot.ExitAsync());
        Assert.Contains("Discord:Token", bot.Errors, StringComparison.Ordinal);
        Assert.Empty(Secrets.FoundIn(bot.Output + bot.Errors, Secrets.OfBot(wrong)));
        AssertNothingIsStored(Secrets.OfBot(wrong));
    }

    [Theory]
    [InlineData("Discord__TokenFile", "{0}", 78)]
    [InlineData("Discord__Token", "Bot {0}", 78)]
    [InlineData("Discord__Token", "{0} {0}", 78)]
    [InlineData("Discord__ApiBase", "http://{0}@school.example/api", 78)]
    [InlineData("Discord__ApiBase", "https://{0}@school.example/api", 78)]
    public async Task ATokenInTheWrongPlaceIsNotRepeated(string setting, string value, int exitCode)
    {
        (string, string)[] settings = setting == "Discord__ApiBase"
            ? [("Discord__Token", Token), (setting, string.Format(CultureInfo.InvariantCulture, value, Token))]
            : [(setting, string.Format(CultureInfo.InvariantCulture, value, Token))];
        await using var bot = StartBot(settings);
        Assert.Equal(exitCode, await bot.ExitAsync());
        Assert.Contains(setting.Replace("__", ":", StringComparison.Ordinal), bot.Errors, StringComparison.Ordinal);
        Assert.Empty(Secrets.FoundIn(bot.Output + bot.Errors, Secrets.OfBot(Token)));
    }

    private static Task<string> UntilReadyAsync(ChildProcess bot) => bot.LineAsync(line => line.Contains("Ready as application", StringComparison.Ordinal));

    /// <summary>After the last trouble the bot has to log in again.</summary>
    private async Task UntilItAnswersAsync(ScriptedMember teacher)
    {
        using var limit = new CancellationTokenSource(Patience.ForAProcess, TimeProvider.System);
        while (!(await teacher.RunCommandAsync("quiz status", _playground!.FirstChannel)).Succeeded)
            limit.Token.ThrowIfCancellationRequested();
    }

    private ChildProcess StartBot(params (string Name, string Value)[] settings)
    {
        var start = BuiltProgram.Start("SinoSovietBot");
        start.WorkingDirectory = Directory.CreateDirectory(_data.File("bot")).FullName;
        start.Environment["Discord__ApiBase"] = _playground!.World.Api;
        start.Environment["Storage__Path"] = _data.File("bot/bot.db");
        start.Environment["Quiz__RevealSeconds"] = "0";
        foreach (var category in (string[])["Default", "Microsoft", "System", "SinoSovietBot"])
            start.Environment[$"Logging__LogLevel__{category}"] = "Trace";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return ChildProcess.Start(start);
    }

    /// <summary>A handler that fails, because what it reads is gone.</summary>
    private async Task LoseTheBoardAsync(ScriptedMember teacher)
    {
        Execute("ALTER TABLE totals RENAME TO away");
        await teacher.RunCommandAsync("leaderboard", _playground!.FirstChannel);
        Execute("ALTER TABLE away RENAME TO totals");
    }

    /// <summary>A channel that the bot may no longer write in, and a command in one where it never might.</summary>
    private async Task LoseTheChannelAsync(ScriptedMember teacher, QuizRun quiz)
    {
        foreach (var channel in _playground!.World.Channels)
            await _playground.SetBotPermissionsAsync(channel.Id, 0);
        await teacher.RunCommandAsync("quiz start", _playground.World.Channels[1].Id, ("deck", Classroom.DeckId));
        var stop = await teacher.RunCommandAsync("quiz stop", quiz.Channel);
        if (stop.Succeeded)
            await teacher.PressAsync(await stop.ReplyAsync(), "End");
    }

    private async Task<IReadOnlyList<string>> SecretsAsync()
    {
        var interactions = Secrets.HandedOut(await _playground!.GetAsync("/playground/record"));
        Assert.True(interactions.Count > _troubles.Length, $"{interactions.Count} interactions were seen");
        return [.. Secrets.OfBot(Token), .. interactions.SelectMany(Secrets.OfInteraction)];
    }

    private void AssertNoArgumentHoldsASecret()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "Other processes' arguments cannot be seen here.");
        var secrets = Secrets.OfBot(Token);
        var seen = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            if (!TryRead(Path.Combine(process, "cmdline"), out var arguments))
                continue;
            Assert.Empty(Secrets.FoundIn(arguments, secrets));
            seen += arguments.Contains("SinoSovietBot.dll", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.NotEqual(0, seen);
    }

    private void AssertNothingIsStored(IReadOnlyList<string> secrets)
    {
        foreach (var file in Directory.EnumerateFiles(_data.File("bot"), "*", SearchOption.AllDirectories))
            Assert.Empty(Secrets.FoundIn(Encoding.Latin1.GetString(File.ReadAllBytes(file)), secrets));
    }

    private static bool TryRead(string path, out string text)
    {
        text = "";
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is somebody else's.
            return false;
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _data.File("bot/bot.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
