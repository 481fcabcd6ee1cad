using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Revision.Cards;

/// <summary>
/// Carries out what is pressed on a card. Whatever is pressed for something that is not on screen any more shows what is, and changes nothing.
/// Thread-safe.
/// </summary>
internal sealed class CardDesk(CardTable table, IReportStore reports)
{
    /// <summary>A button of a card, or the form for an answer.</summary>
    public async Task<InteractionResponse> PressAsync(Interaction interaction, ComponentId.OnCard id, CancellationToken cancellation)
    {
        var seating = await table.SitAsync(interaction, id.Session, cancellation);
        if (seating is not Seating.Taken { Seat: var seat })
            return ((Seating.Refused)seating).Response;
        if (id.Position != seat.Session.Position)
            return await ShowAsync(seat, line: null);
        return id switch
        {
            ComponentId.CardStop => await StepAsync(interaction, seat, RevisionRules.Stop(seat.Learner, seat.Session), line: null, cancellation),
            ComponentId.CardUndo => RevisionRules.Undo(seat.Learner, seat.Session) is { } undo
                ? await StepAsync(interaction, seat, undo, CardReplies.TakenBack, cancellation)
                : await ShowAsync(seat, line: null),
            _ when seat.View is { } view => await OnCardAsync(interaction, id, seat, view, cancellation),
            _ => await ShowAsync(seat, line: null),
        };
    }

    /// <summary>The form that says what is wrong with something.</summary>
    public async Task<InteractionResponse> ReportAsync(FormSubmitted form, ComponentId.CardReported id, CancellationToken cancellation)
    {
        var seating = await table.SitAsync(form, id.Session, cancellation);
        if (seating is not Seating.Taken { Seat: var seat })
            return ((Seating.Refused)seating).Response;
        string text = CardForms.Reported(form);
        if (text.Length == 0)
            return Reply.Privately(CardReplies.NothingReported);
        await reports.AddAsync(new CardReport(
            form.Id.Value, seat.Session.Member, form.Server(), seat.Session.Deck, id.Shown, text, form.Id.CreatedAt));
        return Reply.Privately(CardReplies.Reported);
    }

    private Task<InteractionResponse> OnCardAsync(
        Interaction interaction, ComponentId.OnCard id, CardSeat seat, CardView view, CancellationToken cancellation) => id switch
    {
        ComponentId.CardBack back => Shown(CardBackMessages.Back(view, back.Page, line: null)),
        ComponentId.CardHint hint => Shown(CardFrontMessages.Front(view, Math.Min(hint.Level, view.HintLevels), line: null)),
        ComponentId.CardType when !view.HasOptions => Opened(CardForms.ForAnswer(view)),
        ComponentId.CardReport => Opened(CardForms.ForReport(view, seat.Session.Shown!.Value)),
        ComponentId.CardTyped when interaction is FormSubmitted form && !view.HasOptions => TypeAsync(form, seat, view, cancellation),
        ComponentId.CardOption option when view.HasOptions && option.Option < view.Question!.Options.Length =>
            AnswerAsync(interaction, seat, Chosen(view, option.Option), cancellation),
        ComponentId.CardGrade grade => GradeAsync(interaction, seat, view, grade.Grade, overruled: false, cancellation),
        ComponentId.CardRight => GradeAsync(interaction, seat, view, Grade.Good, overruled: true, cancellation),
        ComponentId.CardSuspend =>
            StepAsync(interaction, seat, RevisionRules.Suspend(seat.Learner, seat.Session), CardReplies.Suspended, cancellation),
        _ => ShowAsync(seat, line: null),
    };

    private Task<InteractionResponse> TypeAsync(FormSubmitted form, CardSeat seat, CardView view, CancellationToken cancellation)
    {
        string text = CardForms.Answer(form);
        if (view.Key is not { } key)
        {
            return text.Length == 0
                ? ShowAsync(seat, CardReplies.NothingTyped)
                : AnswerAsync(form, seat, new SessionAnswer(text, null), cancellation);
        }

        var marking = Marker.Mark(key, text);
        return marking.Rule == MarkingRule.Empty
            ? ShowAsync(seat, CardReplies.NothingTyped)
            : AnswerAsync(form, seat, new SessionAnswer(text, marking.Verdict, TypedReplies.Said(marking)), cancellation);
    }

    private static SessionAnswer Chosen(CardView view, int option) =>
        new(view.Question!.Options[option], option == view.Question.Right ? Verdict.Right : Verdict.Wrong);

    private Task<InteractionResponse> AnswerAsync(Interaction interaction, CardSeat seat, SessionAnswer answer, CancellationToken cancellation) =>
        StepAsync(interaction, seat, RevisionRules.Answer(seat.Learner, seat.Session, answer), line: null, cancellation);

    private Task<InteractionResponse> GradeAsync(
        Interaction interaction, CardSeat seat, CardView view, Grade grade, bool overruled, CancellationToken cancellation)
    {
        if (IsDecidedElsewhere(view))
            return SkipAsync(seat, CardReplies.GradedElsewhere);
        var step = RevisionRules.Grade(seat.Learner, seat.Session, grade, seat.Session.Answer?.Marked(overruled));
        string? leech = step.Leech is null ? null : view.Question?.Prompt ?? view.Card.Front;
        return StepAsync(interaction, seat, step, CardReplies.Graded(step, leech), cancellation);
    }

    // In another session, since this one shows it: what its buttons promise is not true any more.
    private static bool IsDecidedElsewhere(CardView view) =>
        view.Session.Mode != RevisionMode.Cram && view.Learner.MemoryOf(view.Item) is var memory
        && (memory.IsSuspended || memory.ReviewedAt > view.Session.ShownAt);

    // Nothing is shown before what came before it is on disk.
    private async Task<InteractionResponse> StepAsync(
        Interaction interaction, CardSeat seat, SessionStep step, string? line, CancellationToken cancellation)
    {
        if (await table.Store.StepAsync(step))
            return await ShowAsync(seat.After(step), line);
        if (await table.SitAsync(interaction, seat.Session.Id, cancellation) is not Seating.Taken { Seat: var now })
            return await ShowAsync(seat, line: null);
        // Another press was quicker: it counts.
        if (now.Session.Position != step.Before.Position)
            return await ShowAsync(now, line: null);
        // The item was graded in another session: that counts.
        return step.Review is null && (step.Undone is not null || step.Memory is { IsSuspended: false })
            ? await ShowAsync(now, CardReplies.NotTakenBack)
            : await SkipAsync(now, CardReplies.GradedElsewhere);
    }

    private static Task<InteractionResponse> Shown(MessageContent content) => Task.FromResult(Reply.InPlace(content));

    private static Task<InteractionResponse> Opened(Form form) => Task.FromResult<InteractionResponse>(new InteractionResponse.OpenForm(form));

    private Task<InteractionResponse> ShowAsync(CardSeat seat, string? line) =>
        seat.HasLostItsCard ? SkipAsync(seat, CardReplies.CardChanged) : Shown(CardScreens.Of(seat, line));

    // Where somebody else has moved the session on meanwhile, the next press shows where it is.
    private async Task<InteractionResponse> SkipAsync(CardSeat seat, string line)
    {
        var step = RevisionRules.Skip(seat.Learner, seat.Session);
        await table.Store.StepAsync(step);
        return Reply.InPlace(CardScreens.Of(seat.After(step), line));
    }
}
