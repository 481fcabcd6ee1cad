namespace SinoSovietBot.Study.Quiz;

/// <summary>
/// The rules of a quiz: a state and an input give the next state, what to store, what to do and what to say. Pure.
/// <code>
/// Lobby --StartNow, LobbyExpired--> Asking --TimeUp, all answered--> Revealed --RevealOver--> Asking ... --last--> Ended
/// any but Ended --Stop, ChannelLost--> Ended
/// </code>
/// Inputs carry the round they are meant for, so one that comes too late changes nothing.
/// </summary>
public static partial class QuizRules
{
    /// <summary>Takes one input.</summary>
    public static QuizStep Apply(QuizState state, QuizInput input) => input switch
    {
        QuizInput.Answer answer => Answer(state, answer),
        QuizInput.TypedAnswer answer => TypedAnswer(state, answer),
        QuizInput.EndAnnounced => state.Phase == QuizPhase.Ended
            ? new(state, QuizOutcome.Silent.Instance, [new QuizChange.EndAnnounced(state.Id)], [])
            : QuizStep.Stay(state),
        QuizInput.Resumed resumed => Resumed(state, resumed),
        _ when state.Phase == QuizPhase.Ended => QuizStep.Stay(state, new QuizOutcome.Over()),
        QuizInput.Open => Open(state),
        QuizInput.LobbyPosted posted => LobbyPosted(state, posted),
        QuizInput.Join join => Join(state, join),
        QuizInput.Leave leave => Leave(state, leave),
        QuizInput.StartNow start => StartNow(state, start),
        QuizInput.LobbyExpired expired => LobbyExpired(state, expired),
        QuizInput.RoundPosted posted => RoundPosted(state, posted),
        QuizInput.CountDue due => CountDue(state, due),
        QuizInput.TimeUp up => TimeUp(state, up),
        QuizInput.RevealOver over => RevealOver(state, over),
        QuizInput.Stop stop => Stop(state, stop),
        QuizInput.MessageLost lost => MessageLost(state, lost),
        QuizInput.ChannelLost lost => End(state, EndReason.ChannelLost, lost.Now, QuizOutcome.Silent.Instance),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, "Not one of the family."),
    };

    private static QuizStep Open(QuizState state)
    {
        var names = state.Names.Select(entry => (QuizChange)new QuizChange.MemberNamed(state.Server, entry.Key, entry.Value));
        return new(state, QuizOutcome.Silent.Instance, [new QuizChange.Opened(state), .. names], [new QuizEffect.PostLobby(state)]);
    }

    private static QuizStep Stop(QuizState state, QuizInput.Stop stop) =>
        stop.Member == state.Host || stop.IsTeacher
            ? End(state, EndReason.Stopped, stop.Now, new QuizOutcome.Stopped())
            : QuizStep.Stay(state, new QuizOutcome.NotAllowed());

    private static QuizStep End(QuizState state, EndReason reason, DateTimeOffset now, QuizOutcome outcome)
    {
        var next = state with { Phase = QuizPhase.Ended, End = reason };
        QuizEffect announce = new QuizEffect.PostEnd(next);
        QuizEffect tidy = new QuizEffect.EditLobby(next);
        return new(
            next,
            outcome,
            [new QuizChange.Ended(state.Id, reason, now)],
            state.Phase == QuizPhase.Asking ? [new QuizEffect.CloseRound(state), announce, tidy] : [announce, tidy]);
    }
}
