using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

public static partial class QuizRules
{
    private static QuizStep Ask(QuizState state, int round, DateTimeOffset now, QuizOutcome outcome)
    {
        var next = state with
        {
            Phase = QuizPhase.Asking,
            Round = round,
            Opening = 1,
            RoundMessage = null,
            Answers = ImmutableDictionary<MemberId, GivenAnswer>.Empty,
            CountPending = false,
        };
        return new(next, outcome, [new QuizChange.RoundAsked(state.Id, round, 1, now)], [new QuizEffect.PostRound(next, null, null)]);
    }

    private static QuizStep RoundPosted(QuizState state, QuizInput.RoundPosted posted)
    {
        bool current = state.Phase == QuizPhase.Asking && state.Round == posted.Round && state.Opening == posted.Opening;
        if (!current || state.RoundMessage is not null)
            return QuizStep.Stay(state);
        var next = state with { RoundMessage = posted.Message };
        return new(
            next,
            QuizOutcome.Silent.Instance,
            [new QuizChange.RoundPosted(state.Id, posted.Round, posted.Message)],
            [new QuizEffect.WaitForTimeUp(posted.Round, posted.Opening, state.Question.Time + QuizLimits.Grace)]);
    }

    private static QuizStep Answer(QuizState state, QuizInput.Answer answer)
    {
        if (answer.Round < 0 || answer.Round >= state.Questions.Length)
            return QuizStep.Stay(state, new QuizOutcome.NotAsked());
        if (state.Phase == QuizPhase.Ended && answer.Round != state.Round)
            return QuizStep.Stay(state, new QuizOutcome.TooLate(answer.Round, null));
        if (state.Phase == QuizPhase.Lobby || answer.Round > state.Round)
            return QuizStep.Stay(state, new QuizOutcome.NotAsked());
        if (answer.Option < 0 || answer.Option >= state.Questions[answer.Round].Options.Length)
            return QuizStep.Stay(state, new QuizOutcome.NotAsked());
        return answer.Round == state.Round ? AnswerCurrent(state, answer) : QuizStep.Stay(state, new QuizOutcome.TooLate(answer.Round, null));
    }

    private static QuizStep AnswerCurrent(QuizState state, QuizInput.Answer answer)
    {
        // A press can overtake the confirmation of the message it was made on; the press itself says which message that is.
        var message = state.RoundMessage ?? answer.Message;
        var over = answer.Press.At - (message.At + state.Question.Time);
        if (state.Phase != QuizPhase.Asking || over > TimeSpan.Zero)
            return QuizStep.Stay(state, new QuizOutcome.TooLate(answer.Round, over > TimeSpan.Zero ? over : null));

        bool changing = state.Answers.TryGetValue(answer.Member, out var former);
        if (changing && former.Option == answer.Option)
            return QuizStep.Stay(state, new QuizOutcome.Unchanged(answer.Option));
        // Discord can deliver two presses the wrong way round, after a resume for one: the order in which they were made is what counts.
        if (changing && answer.Press.Id < former.Press)
            return QuizStep.Stay(state, new QuizOutcome.Overtaken(former.Option));

        var given = new GivenAnswer(answer.Option, Response(state, answer), changing ? former.Changes + 1 : 0, answer.Press.Id);
        var named = Named(state, answer.Member, answer.Name, out var naming);
        var next = named with { Answers = named.Answers.SetItem(answer.Member, given) };
        QuizChange stored = new QuizChange.AnswerGiven(state.Id, answer.Round, answer.Member, given);
        ImmutableArray<QuizChange> changes = naming is null ? [stored] : [naming, stored];
        QuizOutcome outcome = changing ? new QuizOutcome.Changed(former.Option, answer.Option) : new QuizOutcome.Recorded(answer.Option);
        if (EveryoneAnswered(next))
            return ThenReveal(new(next, outcome, changes, []), answer.Press.At);
        if (changing || next.CountPending)
            return new(next, outcome, changes, []);
        next = next with { CountPending = true };
        return new(next, outcome, changes, [new QuizEffect.WaitForCount(answer.Round)]);
    }

    // Measured from the message that was pressed, which after a restart may be the older of two; never more than the round lasts.
    private static TimeSpan Response(QuizState state, QuizInput.Answer answer)
    {
        var response = answer.Press.At - answer.Message.At;
        if (response < TimeSpan.Zero)
            return TimeSpan.Zero;
        return response > state.Question.Time ? state.Question.Time : response;
    }

    private static bool EveryoneAnswered(QuizState state) => !state.Joined.IsEmpty && state.Joined.All(state.Answers.ContainsKey);

    private static QuizStep CountDue(QuizState state, QuizInput.CountDue due)
    {
        if (state.Phase != QuizPhase.Asking || state.Round != due.Round || !state.CountPending)
            return QuizStep.Stay(state);
        var next = state with { CountPending = false };
        return new(next, QuizOutcome.Silent.Instance, [], [new QuizEffect.EditRound(next)]);
    }

    private static QuizStep TimeUp(QuizState state, QuizInput.TimeUp up)
    {
        bool current = state.Phase == QuizPhase.Asking && state.Round == up.Round && state.Opening == up.Opening;
        return current ? ThenReveal(QuizStep.Stay(state), Deadline(state) ?? up.Now) : QuizStep.Stay(state);
    }

    // A round that closes early closes at a press, on Discord's clock. One that runs out of time does at its deadline, on the same clock: with the
    // bot's, a clock that is minutes off would put the rounds of one quiz on two days' boards.
    private static DateTimeOffset? Deadline(QuizState state) => state.RoundMessage is { } message ? message.At + state.Question.Time : null;

    private static QuizStep MessageLost(QuizState state, QuizInput.MessageLost lost)
    {
        bool current = state.Phase == QuizPhase.Asking && state.Round == lost.Round && state.Opening == lost.Opening;
        return current ? Reopen(state, ReopenCause.MessageLost, lost.Now) : QuizStep.Stay(state);
    }

    private static QuizStep Reopen(QuizState state, ReopenCause cause, DateTimeOffset now)
    {
        var next = state with { Opening = state.Opening + 1, RoundMessage = null, CountPending = false };
        return new(
            next,
            QuizOutcome.Silent.Instance,
            [new QuizChange.RoundAsked(state.Id, state.Round, next.Opening, now)],
            [new QuizEffect.PostRound(next, cause, state.RoundMessage)]);
    }

    private static QuizStep Resumed(QuizState state, QuizInput.Resumed resumed) => state.Phase switch
    {
        QuizPhase.Lobby when state.LobbyMessage is null => new(state, QuizOutcome.Silent.Instance, [], [new QuizEffect.PostLobby(state)]),
        QuizPhase.Lobby => new(state, QuizOutcome.Silent.Instance, [], [new QuizEffect.EditLobby(state), new QuizEffect.WaitForLobby()]),
        QuizPhase.Asking => Reopen(state, resumed.Cause, resumed.Now),
        QuizPhase.Ended =>
            new(state, QuizOutcome.Silent.Instance, [], [.. LastRound(state), new QuizEffect.PostEnd(state), new QuizEffect.EditLobby(state)]),
        // The crash may have come between storing the reveal and showing it, so it is shown (again).
        _ => new(state, QuizOutcome.Silent.Instance, [], [new QuizEffect.ShowReveal(state), new QuizEffect.WaitForReveal(state.Round)]),
    };

    // What the end did to its last round, in case the crash came before it could be seen: the answer shown, or the buttons taken off.
    private static ImmutableArray<QuizEffect> LastRound(QuizState ended)
    {
        if (ended.Opening == 0)
            return [];
        return ended.RevealedRounds > ended.Round
            ? [new QuizEffect.ShowReveal(ended with { Phase = QuizPhase.Revealed, End = null })]
            : [new QuizEffect.CloseRound(ended with { Phase = QuizPhase.Asking, End = null, CountPending = false })];
    }
}
