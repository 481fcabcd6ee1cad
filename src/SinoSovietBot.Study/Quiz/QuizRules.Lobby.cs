namespace SinoSovietBot.Study.Quiz;

public static partial class QuizRules
{
    private static QuizStep LobbyPosted(QuizState state, QuizInput.LobbyPosted posted)
    {
        if (state.LobbyMessage is not null)
            return QuizStep.Stay(state);
        var next = state with { LobbyMessage = posted.Message };
        return new(next, QuizOutcome.Silent.Instance, [new QuizChange.LobbyPosted(state.Id, posted.Message)], [new QuizEffect.WaitForLobby()]);
    }

    // Joining stays possible while the quiz runs: late arrivals count from then on for closing a round early.
    private static QuizStep Join(QuizState state, QuizInput.Join join)
    {
        if (state.Joined.Contains(join.Member))
            return QuizStep.Stay(state, new QuizOutcome.AlreadyJoined());
        var named = Named(state, join.Member, join.Name, out var naming);
        var next = named with { Joined = named.Joined.Add(join.Member) };
        QuizChange joined = new QuizChange.MemberJoined(state.Id, join.Member, join.At);
        return new(
            next,
            new QuizOutcome.Joined(next.Joined.Count),
            naming is null ? [joined] : [naming, joined],
            state.Phase == QuizPhase.Lobby ? [new QuizEffect.EditLobby(next)] : []);
    }

    private static QuizStep Leave(QuizState state, QuizInput.Leave leave)
    {
        if (!state.Joined.Contains(leave.Member))
            return QuizStep.Stay(state, new QuizOutcome.NotJoined());
        bool isNamed = leave.Member == state.Host || state.Answers.ContainsKey(leave.Member) || state.Scores.ContainsKey(leave.Member);
        var next = state with
        {
            Joined = state.Joined.Remove(leave.Member),
            Names = isNamed ? state.Names : state.Names.Remove(leave.Member),
        };
        var step = new QuizStep(
            next,
            new QuizOutcome.Left(next.Joined.Count),
            [new QuizChange.MemberLeft(state.Id, leave.Member)],
            state.Phase == QuizPhase.Lobby ? [new QuizEffect.EditLobby(next)] : []);
        return state.Phase == QuizPhase.Asking && EveryoneAnswered(next) ? ThenReveal(step, leave.At) : step;
    }

    private static QuizStep StartNow(QuizState state, QuizInput.StartNow start)
    {
        if (start.Member != state.Host && !start.IsTeacher)
            return QuizStep.Stay(state, new QuizOutcome.NotAllowed());
        return state.Phase == QuizPhase.Lobby
            ? Begin(state, start.Now, new QuizOutcome.Started())
            : QuizStep.Stay(state, new QuizOutcome.AlreadyStarted());
    }

    private static QuizStep LobbyExpired(QuizState state, QuizInput.LobbyExpired expired)
    {
        if (state.Phase != QuizPhase.Lobby)
            return QuizStep.Stay(state);
        if (!state.Joined.IsEmpty)
            return Begin(state, expired.Now, QuizOutcome.Silent.Instance);
        return expired.Now - state.OpenedAt >= QuizLimits.EmptyLobby
            ? End(state, EndReason.NobodyJoined, expired.Now, QuizOutcome.Silent.Instance)
            : new(state, QuizOutcome.Silent.Instance, [], [new QuizEffect.WaitForLobby()]);
    }

    private static QuizStep Begin(QuizState state, DateTimeOffset now, QuizOutcome outcome)
    {
        var step = Ask(state, 0, now, outcome);
        // The question first: the lobby can wait a moment for losing its Start button.
        return step with { Effects = step.Effects.Add(new QuizEffect.EditLobby(step.Next)) };
    }

    private static QuizState Named(QuizState state, Members.MemberId member, string name, out QuizChange? change)
    {
        if (state.Names.TryGetValue(member, out string? known) && known == name)
        {
            change = null;
            return state;
        }

        change = new QuizChange.MemberNamed(state.Server, member, name);
        return state with { Names = state.Names.SetItem(member, name) };
    }
}
