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
        if (Refusal(state, answer.Round) is { } refusal)
            return QuizStep.Stay(state, refusal);
        if (answer.Option < 0 || answer.Option >= state.Questions[answer.Round].Options.Length)
            return QuizStep.Stay(state, new QuizOutcome.NotAsked());
        // A press can overtake the confirmation of the message it was made on; the press itself says which message that is.
        if (Closed(state, answer.Round, answer.Press, state.RoundMessage ?? answer.Message) is { } late)
            return QuizStep.Stay(state, late);

        bool changing = state.Answers.TryGetValue(answer.Member, out var former);
        if (changing && former.Option == answer.Option)
            return QuizStep.Stay(state, new QuizOutcome.Unchanged(answer.Option));
        // Discord can deliver two presses the wrong way round, after a resume for one: the order in which they were made is what counts.
        if (changing && answer.Press.Id < former.Press)
            return QuizStep.Stay(state, new QuizOutcome.Overtaken(former.Option ?? 0));

        var given = new GivenAnswer(answer.Option, Response(state, answer.Press, answer.Message), changing ? former.Changes + 1 : 0, answer.Press.Id);
        return Take(
            state,
            answer.Member,
            answer.Name,
            given,
            answer.Press.At,
            changing ? new QuizOutcome.Changed(former.Option ?? 0, answer.Option) : new QuizOutcome.Recorded(answer.Option));
    }

    /// <summary>Why a round takes no answers whenever they were made; null for the current one.</summary>
    private static QuizOutcome? Refusal(QuizState state, int round)
    {
        if (round < 0 || round >= state.Questions.Length)
            return new QuizOutcome.NotAsked();
        if (state.Phase == QuizPhase.Ended && round != state.Round)
            return new QuizOutcome.TooLate(round, null);
        if (state.Phase == QuizPhase.Lobby || round > state.Round)
            return new QuizOutcome.NotAsked();
        return round == state.Round ? null : new QuizOutcome.TooLate(round, null);
    }

    /// <summary>Says that the current round had closed when an answer was made; null while it had not.</summary>
    private static QuizOutcome.TooLate? Closed(QuizState state, int round, PostedMessage press, PostedMessage message)
    {
        var over = press.At - (message.At + state.Question.Time);
        return state.Phase != QuizPhase.Asking || over > TimeSpan.Zero ? new(round, over > TimeSpan.Zero ? over : null) : null;
    }

    /// <summary>Lets an answer stand.</summary>
    private static QuizStep Take(QuizState state, MemberId member, string name, GivenAnswer given, DateTimeOffset at, QuizOutcome outcome)
    {
        var named = Named(state, member, name, out var naming);
        var next = named with { Answers = named.Answers.SetItem(member, given) };
        QuizChange stored = new QuizChange.AnswerGiven(state.Id, state.Round, member, given);
        ImmutableArray<QuizChange> changes = naming is null ? [stored] : [naming, stored];
        if (EveryoneAnswered(next))
            return ThenReveal(new(next, outcome, changes, []), at);
        if (given.Changes > 0 || next.CountPending)
            return new(next, outcome, changes, []);
        next = next with { CountPending = true };
        return new(next, outcome, changes, [new QuizEffect.WaitForCount(state.Round)]);
    }

    // Measured from the message that was pressed, which after a restart may be the older of two; never more than the round lasts.
    private static TimeSpan Response(QuizState state, PostedMessage press, PostedMessage message)
    {
        var response = press.At - message.At;
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
