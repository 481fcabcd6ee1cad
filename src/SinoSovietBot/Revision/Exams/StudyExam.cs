using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Statistics;

namespace SinoSovietBot.Revision.Exams;

/// <summary><c>/study exam</c>, and the button that takes its advice.</summary>
internal sealed class StudyExam(Learners learners, IReviewLog log, IExamStore exams, StudyDecks choice, DeckCatalogue decks) : IStudyPart, IButtons
{
    // A pace is of these days.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    public static SubcommandDeclaration Declaration { get; } = new("exam", "What you will remember on the day of your exam, and what it takes")
    {
        Options = ExamOptions.All,
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var (deck, refusal) = await choice.FindAsync(use, use.Options.Text("deck"), cancellation);
        if (deck is null)
            return Reply.Privately(refusal!);
        var learner = await learners.ReadAsync(use, deck, null, cancellation);
        var server = use.Server();
        var (own, ofClass) = await exams.ExamsAsync(learner.Member, deck.Address, server, cancellation);
        switch (ExamOptions.Read(use.Options, ShownExam.Of(own, ofClass, learner.Today)?.Exam, learner.Today))
        {
            case ExamWish.Refused refused:
                return Reply.Privately(refused.Why);
            case ExamWish.Clear:
                await exams.SetOwnAsync(learner.Member, deck.Address, null);
                return Reply.Privately(ExamMessages.Cleared(deck.Deck.Title, ShownExam.Of(null, ofClass, learner.Today)));
            case ExamWish.Set set:
                await exams.SetOwnAsync(learner.Member, deck.Address, set.Exam);
                own = set.Exam;
                break;
        }

        if (ShownExam.Of(own, ofClass, learner.Today) is not { } shown)
            return Reply.Privately(ExamMessages.None(deck.Deck.Title));
        var lately = await log.ReviewsAsync(learner.Member, deck.Address, learner.Now - Lately, cancellation);
        var forecast = ExamForecast.Of(learner, shown.Exam, ReviewPace.Of(lately));
        return Reply.Privately(ExamMessages.Forecast(deck.Deck.Title, forecast, shown.IsOfClass, learner.Settings));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        asked.Option == "deck" ? DeckSuggestions.Decks(await decks.SearchAsync(asked.Guild, asked.Typed, cancellation)) : [];

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.TakePlan plan ? TakeAsync(press, plan, cancellation) : null;

    private async Task<InteractionResponse> TakeAsync(ButtonPressed press, ComponentId.TakePlan plan, CancellationToken cancellation)
    {
        double retention = plan.RetentionPercent / 100.0;
        bool isAllowed = plan.NewPerDay <= LearnerSettings.MaxNewPerDay
            && plan.ReviewsPerDay is >= LearnerSettings.MinReviewsPerDay and <= LearnerSettings.MaxReviewsPerDay
            && retention is >= FsrsSettings.MinRetention and <= FsrsSettings.MaxRetention;
        if (!isAllowed)
            return Reply.Privately(CommonMessages.OldButton);
        var member = press.Member();
        var settings = await learners.Store.SettingsAsync(member, cancellation);
        await learners.Store.SaveSettingsAsync(
            member, settings with { NewPerDay = plan.NewPerDay, ReviewsPerDay = plan.ReviewsPerDay, Retention = retention });
        return Reply.Privately(ExamMessages.PlanTaken);
    }
}
