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
    /// <param name="host">Who opens it.</param>
    /// <param name="channel">Where.</param>
    /// <param name="questions">How many.</param>
    /// <param name="seconds">For each question; by its length when left out.</param>
    /// <param name="type">Of the questions: those with one right option of several, when left out.</param>
    /// <param name="deck">The first deck, when left out.</param>
    public static async Task<QuizRun> OpenAsync(
        ScriptedMember host, string channel, int questions, int? seconds = null, string type = "choice", string deck = Classroom.DeckId)
    {
        var mark = host.Events.Now;
        List<(string, object)> options = [("deck", deck), ("questions", questions), ("type", type)];
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
    public Task<RoundOnScreen> NextRoundAsync() => NextAsync(RoundOnScreen.TryRead);

    /// <summary>The next question that appears and is read as one.</summary>
    public async Task<T> NextAsync<T>(Func<ChatMessage, T?> read)
        where T : class
    {
        var (round, mark) = await FindAsync("the next question", happened =>
            happened.Type == "MESSAGE_CREATE" && happened.Message!.ChannelId == Channel ? read(happened.Message) : null);
        _mark = mark;
        return round;
    }

    /// <summary>The round's own message once its buttons are gone or disabled.</summary>
    public Task<ChatMessage> RevealAsync(RoundOnScreen round) =>
        _host.WaitForMessageAsync(
            message => message.Id == round.Message.Id && RoundOnScreen.TryRead(message) is null, $"the reveal of question {round.Number}");

    /// <inheritdoc cref="RevealAsync(RoundOnScreen)"/>
    public Task<ChatMessage> RevealAsync(TypedOnScreen round) =>
        _host.WaitForMessageAsync(
            message => message.Id == round.Message.Id && TypedOnScreen.TryRead(message) is null, $"the reveal of question {round.Number}");

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
