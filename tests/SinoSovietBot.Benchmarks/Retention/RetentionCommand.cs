using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace SinoSovietBot.Benchmarks.Retention;

/// <summary>Whether learners who revise by the bot's rules remember as much as they asked for.</summary>
internal static class RetentionCommand
{
    /// <summary>The promise: true retention within a point of the target.</summary>
    private const double Promise = 0.01;

    private static readonly double[] Targets = [0.80, 0.90, 0.95];

    public static Command Build(TextWriter output)
    {
        var learners = new Option<int>("--learners") { Description = "How many learners", DefaultValueFactory = _ => 1000 };
        var days = new Option<int>("--days") { Description = "For how many days they revise", DefaultValueFactory = _ => 365 };
        var cards = new Option<int>("--cards") { Description = "How many cards the deck has", DefaultValueFactory = _ => 50 };
        var retention = new Option<double?>("--retention") { Description = "One target, 0.70 to 0.97, instead of 0.80, 0.90 and 0.95" };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same figures", DefaultValueFactory = _ => 1 };
        var command = new Command("retention", "Simulates learners whose memory follows FSRS-6, revising by the bot's rules")
        {
            learners, days, cards, retention, seed,
        };
        command.SetAction(parsed =>
        {
            var plan = new Simulation
            {
                Learners = parsed.GetValue(learners),
                Days = parsed.GetValue(days),
                Cards = parsed.GetValue(cards),
                Retention = 0.9,
                Seed = parsed.GetValue(seed),
            };
            double[] targets = parsed.GetValue(retention) is { } one ? [one] : Targets;
            return Run(plan, targets, output) ? 0 : 1;
        });
        return command;
    }

    // Only the first kind of learner is promised anything: of the others nobody can know in advance what they forget.
    private static bool Run(Simulation plan, double[] targets, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{plan.Learners} learners, {plan.Days} days, {plan.Cards} cards each, seed {plan.Seed}"));
        bool isKept = true;
        foreach (double target in targets)
            isKept &= Print("memory as FSRS-6 says, every day", plan with { Retention = target }, output);
        // Beside the promise, and only to be honest: fewer learners will do.
        plan = plan with { Learners = Math.Max(1, plan.Learners / 4) };
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Learners} learners who are not as the model has them:"));
        foreach (double target in targets)
            Print("the same, one day in seven missed", plan with { Retention = target, DaysOff = 1.0 / 7 }, output);
        foreach (double target in targets)
            Print("own weights, each 10 % off, every day", plan with { Retention = target, Difference = 0.1 }, output);
        return isKept;
    }

    private static bool Print(string kind, Simulation plan, TextWriter output)
    {
        long start = Stopwatch.GetTimestamp();
        var tally = plan.Run();
        double distance = tally.TrueRetention - plan.Retention;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-38} target {plan.Retention:0.00}: true retention {tally.TrueRetention:0.0000} ({distance * 100:+0.00;-0.00} points) of {tally.Tested} "
            + $"reviews, planned {tally.Planned:0.0000}, {tally.ReviewsPerDay:0.0} reviews a day, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return Math.Abs(distance) <= Promise;
    }
}
