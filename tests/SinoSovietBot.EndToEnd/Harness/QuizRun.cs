namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A quiz as its host sees it: opens it, starts it, and waits for what appears in the channel.</summary>
internal sealed class QuizRun
{
    private const string JoinButton = "Join";
    private const string StartButton = "Start now";

    private readonly ScriptedMember _host;
    private int _mark;

    private QuizRun(ScriptedMember host, string channel, ChatMessage lobby, int mark) =>
        (_host, Channel, Lobby, _mark) = (host, channel, lobby, mark);

    public string Channel { get; }

    public ChatMessage Lobby { get; }

    /// <summary><c>/quiz start</c>, up to the lobby.</summary>
    public static async Task<QuizRun> OpenAsync(ScriptedMember host, string channel, int questions, int? seconds = null)
    {
        var mark = host.Events.Now;
        List<(string, object)> options = [("deck", Classroom.DeckId), ("questions", questions)];
        if (seconds is { } given)
            options.Add(("time", given));
        var started = await host.RunCommandAsync("quiz start", channel, [.. options]);
        if (!started.Succeeded)
            throw new InvalidOperationException($"/quiz start failed: {started.Failure}");
        if (await started.ReplyAsync() is var reply && !reply.Says("lobby"))
            throw new InvalidOperationException($"/quiz start was refused: {reply}");
        var lobby = await host.WaitForMessageAsync(
            message => message.ChannelId == channel && message.Buttons.Any(button => button.Label == JoinButton), "the lobby", mark);
        return new QuizRun(host, channel, lobby, mark);
    }

    public async Task JoinAsync(params IEnumerable<ScriptedMember> members) =>
        await Task.WhenAll(members.Select(async member =>
        {
            var joined = await member.PressAsync(Lobby, JoinButton);
            if (!joined.Succeeded)
                throw new InvalidOperationException($"{member.Name} could not join: {joined.Failure}");
        }));

    public async Task BeginAsync()
    {
        var begun = await _host.PressAsync(Lobby, StartButton);
        if (!begun.Succeeded)
            throw new InvalidOperationException($"The quiz did not start: {begun.Failure}");
    }

    /// <summary>The next question that appears, or appears again after a restart.</summary>
    public async Task<RoundOnScreen> NextRoundAsync()
    {
        var (round, mark) = await FindAsync("the next question", happened =>
            happened.Type == "MESSAGE_CREATE" && happened.Message!.ChannelId == Channel ? RoundOnScreen.TryRead(happened.Message) : null);
        _mark = mark;
        return round;
    }

    /// <summary>The round's own message once its buttons are gone or disabled.</summary>
    public Task<ChatMessage> RevealAsync(RoundOnScreen round) =>
        _host.WaitForMessageAsync(
            message => message.Id == round.Message.Id && RoundOnScreen.TryRead(message) is null, $"the reveal of question {round.Number}");

    /// <summary>The message at the end, with the podium.</summary>
    public Task<ChatMessage> EndAsync() =>
        _host.WaitForMessageAsync(
            message => message.ChannelId == Channel && message.Buttons.Any(button => button.Label == "My results"), "the podium", _mark);

    private async Task<(T Found, int Mark)> FindAsync<T>(string what, Func<MemberEvent, T?> choose)
        where T : class
    {
        var mark = _mark;
        var found = await _host.Events.WaitAsync(mark, what, happened =>
        {
            mark++;
            return choose(happened);
        });
        return (found, mark);
    }
}
