using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision.Statistics;

/// <summary>How a member's revision of a deck goes.</summary>
public sealed record DeckStatistics
{
    public required StatisticsPeriod Period { get; init; }

    /// <summary>The learner's day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Items whose time has come, whatever the limit of the day.</summary>
    public required int Due { get; init; }

    /// <summary>Begun and not suspended.</summary>
    public required int Learned { get; init; }

    /// <summary>Not begun.</summary>
    public required int New { get; init; }

    public required int Suspended { get; init; }

    /// <summary>Gradings in the period, of every kind.</summary>
    public required int Reviews { get; init; }

    /// <summary>Time spent on them.</summary>
    public required TimeSpan Time { get; init; }

    public required RetentionFigure Retention { get; init; }

    /// <summary>Over all decks.</summary>
    public required Streak Streak { get; init; }

    /// <summary>In the order of the deck.</summary>
    public required ImmutableArray<TopicProgress> Topics { get; init; }

    public required DueForecast Forecast { get; init; }

    public required HeatMap Days { get; init; }

    public int Items => Learned + New + Suspended;

    /// <summary>The mean chance to remember over the deck today; what is new counts 0.</summary>
    public double Recall => Items == 0 ? 0 : Topics.Sum(topic => topic.Recall * topic.Items) / Items;

    /// <summary>Counts.</summary>
    /// <param name="learner">Where the member stands.</param>
    /// <param name="log">All reviews of the deck.</param>
    /// <param name="revised">The days on which anything was revised, other decks included.</param>
    /// <param name="period">Of which days reviews, time and retention are told.</param>
    public static DeckStatistics Of(LearnerDeck learner, ImmutableArray<Review> log, IEnumerable<DateOnly> revised, StatisticsPeriod period)
    {
        var today = learner.Today;
        var memories = learner.Items.Items.Select(learner.MemoryOf).ToList();
        var inPeriod = log.Where(review => period.DaysBack() is not { } days || review.Day > today.AddDays(-days)).ToList();
        var tests = inPeriod.Where(review => review.TestsRetention).ToList();
        return new DeckStatistics
        {
            Period = period,
            Today = today,
            Due = memories.Count(memory => learner.IsDue(memory) || memory is { IsSuspended: false, DueAt: not null }),
            Learned = memories.Count(memory => memory is { IsSuspended: false, IsNew: false }),
            New = memories.Count(memory => memory is { IsSuspended: false, IsNew: true }),
            Suspended = memories.Count(memory => memory.IsSuspended),
            Reviews = inPeriod.Count,
            Time = TimeSpan.FromTicks(inPeriod.Sum(review => review.Took.Ticks)),
            Retention = new RetentionFigure(tests.Count(review => review.Grade != Grade.Again), tests.Count, learner.Settings.Retention),
            Streak = Streak.Of(revised, today),
            Topics =
            [
                .. learner.Items.Items.GroupBy(item => item.Topic, StringComparer.Ordinal)
                    .Select(topic => TopicProgress.Of(topic.Key, topic.Select(learner.MemoryOf), today)),
            ],
            Forecast = DueForecast.Of(learner),
            Days = HeatMap.Of(log.Select(review => review.Day), today),
        };
    }
}

/// <summary>How much of what came back was remembered.</summary>
/// <param name="Remembered">Of <paramref name="Tested"/>.</param>
/// <param name="Tested">Reviews that tell something (see <see cref="Review.TestsRetention"/>).</param>
/// <param name="Wanted">What the member has set.</param>
public readonly record struct RetentionFigure(int Remembered, int Tested, double Wanted)
{
    /// <summary>With fewer reviews it says nothing.</summary>
    public const int Enough = 20;

    /// <summary>0 to 1; null where too few were tested.</summary>
    public double? Share => Tested < Enough ? null : (double)Remembered / Tested;
}

/// <summary>A topic of a deck.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="Learned">How many of them were begun.</param>
/// <param name="Recall">The mean chance to remember today, 0 to 1; what is new counts 0.</param>
public sealed record TopicProgress(string Topic, int Items, int Learned, double Recall)
{
    public static TopicProgress Of(string topic, IEnumerable<ItemMemory> memories, DateOnly day)
    {
        var all = memories.ToList();
        return new TopicProgress(topic, all.Count, all.Count(memory => !memory.IsNew), all.Average(memory => RevisionRules.Recall(memory, day)));
    }
}

/// <summary>Of which days something is told.</summary>
public enum StatisticsPeriod
{
    Week,
    Month,
    All,
}

public static class StatisticsPeriods
{
    /// <summary>How many of the learner's days, today included; null for all.</summary>
    public static int? DaysBack(this StatisticsPeriod period) => period switch
    {
        StatisticsPeriod.Week => 7,
        StatisticsPeriod.Month => 30,
        _ => null,
    };
}
