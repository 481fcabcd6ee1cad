using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The buttons under a card. Pure.</summary>
internal static class CardButtons
{
    /// <summary>Those of the front.</summary>
    /// <param name="view">The card.</param>
    /// <param name="level">The hints that are shown.</param>
    public static ImmutableArray<ActionRow> Front(CardView view, int level)
    {
        var (id, position) = (view.Session.Id, view.Session.Position);
        var show = new Button("Show answer", new ComponentId.CardBack(id, position, 0).ToString());
        var type = new Button(view.Session.Answer is null ? "Type it" : "Type it again", new ComponentId.CardType(id, position).ToString());
        ImmutableArray<Button> first = view switch
        {
            { HasOptions: true } => [show],
            { Question: not null } or { Learner.Settings.TypesAnswers: true } => [type with { Style = ButtonStyle.Primary }, show],
            _ => [show with { Style = ButtonStyle.Primary }, type],
        };
        if (level < view.HintLevels)
            first = first.Add(new Button("Hint", new ComponentId.CardHint(id, position, level + 1).ToString()));
        return [.. Options(view, level), new ActionRow([.. first, Stop(view.Session)]), Below(view, withStop: false)];
    }

    /// <summary>Those of the back: the grades, pages where there are several, and the rest.</summary>
    public static ImmutableArray<ActionRow> Back(CardView view, int page, int pages) =>
    [
        new ActionRow([.. Grades(view)]),
        .. Paging.Row(page, pages, target => new ComponentId.CardBack(view.Session.Id, view.Session.Position, target)),
        Below(view, withStop: true),
    ];

    public static Button Undo(RevisionSession session) => new("Undo", new ComponentId.CardUndo(session.Id, session.Position).ToString());

    private static ImmutableArray<ActionRow> Options(CardView view, int level)
    {
        if (!view.HasOptions)
            return [];
        var question = view.Question!;
        return
        [
            new ActionRow([.. Enumerable.Range(0, question.Options.Length).Select(option => new Button(
                QuizMessages.OptionLabel(question, option), new ComponentId.CardOption(view.Session.Id, view.Session.Position, option).ToString())
            {
                Disabled = level > 0 && option == view.StruckOut,
            })]),
        ];
    }

    // What the marking says comes first; where nothing was marked, from worst to best, always in the same places.
    private static IEnumerable<Button> Grades(CardView view)
    {
        var outcomes = RevisionRules.Preview(view.Learner, view.Item);
        bool isCram = view.Session.Mode == RevisionMode.Cram;
        bool hasFour = view.Learner.Settings.FourButtons;
        Button Of(Grade grade, ButtonStyle style = ButtonStyle.Secondary) => new(
            isCram ? $"{grade}" : $"{grade} · {Waits.OnButton(outcomes[grade].Wait)}",
            new ComponentId.CardGrade(view.Session.Id, view.Session.Position, grade).ToString()) { Style = style };
        return (view.Session.Answer?.Verdict, hasFour) switch
        {
            (null, false) => [Of(Grade.Again), Of(Grade.Good, ButtonStyle.Success)],
            (null, true) => [Of(Grade.Again), Of(Grade.Hard), Of(Grade.Good, ButtonStyle.Success), Of(Grade.Easy)],
            (Verdict.Right, false) => [Of(Grade.Good, ButtonStyle.Success), Of(Grade.Again)],
            (Verdict.Right, true) => [Of(Grade.Good, ButtonStyle.Success), Of(Grade.Easy), Of(Grade.Hard), Of(Grade.Again)],
            _ => [Of(Grade.Again, ButtonStyle.Primary), Right(view.Session)],
        };
    }

    private static ActionRow Below(CardView view, bool withStop)
    {
        var (id, position) = (view.Session.Id, view.Session.Position);
        ImmutableArray<Component> buttons =
        [
            new Button("Suspend", new ComponentId.CardSuspend(id, position).ToString()),
            new Button("Report", new ComponentId.CardReport(id, position).ToString()),
        ];
        if (view.CanUndo)
            buttons = buttons.Insert(0, Undo(view.Session));
        return new ActionRow(withStop ? buttons.Add(Stop(view.Session)) : buttons);
    }

    private static Button Right(RevisionSession session) =>
        new("I was right", new ComponentId.CardRight(session.Id, session.Position).ToString());

    private static Button Stop(RevisionSession session) => new("Stop", new ComponentId.CardStop(session.Id, session.Position).ToString());
}
