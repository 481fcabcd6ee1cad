using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>What a session shows when there is nothing more to ask: how it went, or why there was nothing, and what to do instead. Pure.</summary>
internal static class CardEndMessages
{
    private const int Done = 0x57F287;
    private const int Quiet = 0x99AAB5;
    private const int TitleLength = 110;

    /// <summary>The end.</summary>
    /// <param name="learner">Where the member stands now.</param>
    /// <param name="session">With nothing on screen.</param>
    /// <param name="line">What has just happened, or null.</param>
    public static MessageContent End(LearnerDeck learner, RevisionSession session, string? line)
    {
        var progress = new SessionProgress(learner, session);
        bool hasGraded = progress.Reviews > 0;
        var body = new StringBuilder(hasGraded ? Summary(progress, session) : Why(learner, session));
        body.Append('\n').Append(WhatIsLeft(learner, session));
        var embed = new Embed
        {
            Title = Markdown.EscapeLine(Text.Cut(Text.OneLine(learner.Items.Deck.Title), TitleLength)) is { Length: > 0 } title ? title : "…",
            Description = body.ToString().Trim(),
            Color = hasGraded ? Done : Quiet,
            Footer = session.Topic is { } topic ? Text.OneLine(topic) : null,
        };
        var buttons = Buttons(learner, session, progress);
        return new MessageContent { Text = line ?? "", Embeds = [embed], Rows = buttons.IsEmpty ? [] : [new ActionRow(buttons)], Ephemeral = true };
    }

    private static string Summary(SessionProgress progress, RevisionSession session)
    {
        int forgotten = progress.Failed.Count;
        string cram = session.Mode == RevisionMode.Cram ? $" {CardReplies.CramKeepsTheSchedule}." : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"**{BrowseMessages.Counted(progress.Begun.Count, ThingOf(session))}:** "
            + $"{progress.Begun.Count - forgotten} remembered, {forgotten} forgotten.{cram}");
    }

    private static string Why(LearnerDeck learner, RevisionSession session)
    {
        string things = $"{ThingOf(session)}s";
        var settings = learner.Settings;
        return RevisionQueue.Next(learner, session) is not NextItem.Nothing { Why: var why } ? "Nothing was graded." : why switch
        {
            WhyNothing.NoItems when session.Style == RevisionStyle.Questions =>
                "There are no questions here to revise by. `/card by:cards` takes the whole cards.",
            WhyNothing.NoItems => "There is nothing here to revise any more: the deck has changed.",
            WhyNothing.AllSuspended => $"All {things} here are suspended. `/study suspended` brings them back.",
            WhyNothing.NothingDue => $"Well done: you have seen all {things} here, and none comes back today.",
            WhyNothing.NewLimit => string.Create(
                CultureInfo.InvariantCulture,
                $"Today's new {things} are done: {settings.NewPerDay} a day. `/study settings new-per-day` changes that."),
            WhyNothing.ReviewLimit => string.Create(
                CultureInfo.InvariantCulture,
                $"Today's reviews are done: {settings.ReviewsPerDay} a day. `/study settings reviews-per-day` changes that."),
            WhyNothing.RelatedToday =>
                $"The {things} that are left would be given away by what you have revised today, so they wait until tomorrow.",
            WhyNothing.NothingNew => $"You have seen all {things} here: none is new any more.",
            WhyNothing.NothingMissed => string.Create(
                CultureInfo.InvariantCulture,
                $"Nothing missed: you have forgotten none of these {things} in the last {RevisionLimits.MissedDays} days."),
            WhyNothing.NothingWeak => $"No {ThingOf(session)} here was learned before today, so none is weak yet.",
            _ => "Nothing is left.",
        };
    }

    private static string WhatIsLeft(LearnerDeck learner, RevisionSession session)
    {
        int left = RevisionQueue.LeftToday(learner, session.Topic);
        if (left > 0)
            return string.Create(CultureInfo.InvariantCulture, $"{BrowseMessages.Counted(left, ThingOf(session))} left for today.");
        return RevisionQueue.NextDue(learner, session.Topic) is { } next
            ? string.Create(
                CultureInfo.InvariantCulture, $"Nothing is left for today. The next {ThingOf(session)} comes <t:{next.ToUnixTimeSeconds()}:R>.")
            : "";
    }

    private static ImmutableArray<Component> Buttons(LearnerDeck learner, RevisionSession session, SessionProgress progress)
    {
        var offers = (progress.Reviews > 0 ? AfterRevision(learner, session, progress) : Instead(learner, session)).DistinctBy(offer => offer.Mode);
        var buttons = offers.Select(offer =>
            (Component)new Button(offer.Label, new ComponentId.CardAgain(session.Id, offer.Mode).ToString()) { Style = offer.Style });
        return [.. CardView.CanTakeBack(learner, session) ? [CardButtons.Undo(session)] : Enumerable.Empty<Component>(), .. buttons];
    }

    private static IEnumerable<Offer> AfterRevision(LearnerDeck learner, RevisionSession session, SessionProgress progress)
    {
        foreach (var mode in new[] { session.Mode, RevisionMode.Due }.Where(mode => HasSome(learner, session, mode)).Take(1))
            yield return new Offer(string.Create(CultureInfo.InvariantCulture, $"{session.Count} more"), mode, ButtonStyle.Primary);
        if (progress.Failed.Count > 0 && HasSome(learner, session, RevisionMode.Missed))
            yield return new Offer("Review misses", RevisionMode.Missed);
        if (HasSome(learner, session, RevisionMode.Cram))
            yield return new Offer("Cram", RevisionMode.Cram);
    }

    private static IEnumerable<Offer> Instead(LearnerDeck learner, RevisionSession session)
    {
        if (HasSome(learner, session, RevisionMode.Due))
            yield return new Offer("What is due", RevisionMode.Due, ButtonStyle.Primary);
        if (HasSome(learner, session, RevisionMode.New))
            yield return new Offer($"New {ThingOf(session)}s", RevisionMode.New);
        if (HasSome(learner, session, RevisionMode.Cram))
            yield return new Offer("Cram", RevisionMode.Cram);
    }

    // As a session would find it that begins now.
    private static bool HasSome(LearnerDeck learner, RevisionSession session, RevisionMode mode) =>
        RevisionQueue.Next(learner, session with { Id = default, Mode = mode }) is NextItem.Show;

    private static string ThingOf(RevisionSession session) => session.Style == RevisionStyle.Questions ? "question" : "card";

    private sealed record Offer(string Label, RevisionMode Mode, ButtonStyle Style = ButtonStyle.Secondary);
}
