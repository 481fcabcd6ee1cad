using SinoSovietBot.Study.Marking;

namespace SinoSovietBot.Study.Quiz;

public static partial class QuizRules
{
    private static QuizStep TypedAnswer(QuizState state, QuizInput.TypedAnswer answer)
    {
        // What names no round means the one that is open, and cannot be older than it.
        if (answer.Round is null && (state.Phase != QuizPhase.Asking || state.RoundMessage is null))
            return QuizStep.Stay(state, new QuizOutcome.NothingOpen());
        int round = answer.Round ?? state.Round;
        if (Refusal(state, round) is { } refusal)
            return QuizStep.Stay(state, refusal);
        if (state.Question.Key is not { } key)
            return QuizStep.Stay(state, answer.Round is null ? new QuizOutcome.HasOptions() : new QuizOutcome.NotAsked());
        // As for a press: what counts is the message on screen, and before it is confirmed, the one that the form says.
        if ((state.RoundMessage ?? answer.Message) is not { } message)
            return QuizStep.Stay(state, new QuizOutcome.NothingOpen());
        if (Closed(state, round, answer.Press, message) is { } late)
            return QuizStep.Stay(state, late);
        return Mark(state, answer, key, message);
    }

    private static QuizStep Mark(QuizState state, QuizInput.TypedAnswer answer, MarkingKey key, PostedMessage message)
    {
        int max = key.Form == AnswerForm.List ? QuizLimits.TypedListLength : QuizLimits.TypedLength;
        if (answer.Text.Length > max)
            return QuizStep.Stay(state, new QuizOutcome.TooLong(max));
        var typed = Marker.Mark(key, answer.Text);
        if (typed.Rule is MarkingRule.Empty or MarkingRule.TooLong)
            return QuizStep.Stay(state, typed.Rule == MarkingRule.Empty ? new QuizOutcome.NothingTyped() : new QuizOutcome.TooLong(max));

        bool changing = state.Answers.TryGetValue(answer.Member, out var former);
        // Another letter case or a full stop more is the same answer, and keeps its time.
        if (former.Typed is { } before && before with { Raw = typed.Raw } == typed)
            return QuizStep.Stay(state, new QuizOutcome.TypedAlready(state.Round, message, before));
        if (former.Typed is { } standing && answer.Press.Id < former.Press)
            return QuizStep.Stay(state, new QuizOutcome.TypedLater(standing.Raw));

        var response = Response(state, answer.Press, answer.Message ?? message);
        var given = new GivenAnswer(null, response, changing ? former.Changes + 1 : 0, answer.Press.Id) { Typed = typed };
        return Take(
            state, answer.Member, answer.Name, given, answer.Press.At, new QuizOutcome.TypedIn(state.Round, message, typed, former.Typed?.Raw));
    }
}
