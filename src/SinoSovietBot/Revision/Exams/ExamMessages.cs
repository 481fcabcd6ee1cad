using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Revision.Exams;

/// <summary>What is said about exams. Pure.</summary>
internal static class ExamMessages
{
    public const string MayNot = "Only people with the **Manage Messages** permission can set the exam of the class. Your own is set with `/study exam`.";

    public const string EitherOr = "Give *date* to set an exam or *clear* to remove it, not both.";

    public const string PlanTaken = "Set. What comes back is planned by this from your next card on. `/study settings` changes it again.";

    private const int Color = 0xE69F00;
    private const int TypedLength = 60;

    /// <summary>Why a date cannot be taken; not for one that can.</summary>
    public static string Refusal(ExamDate date, string typed) => date switch
    {
        ExamDate.Past past => $"{ExamWords.Day(past.Day)} is not after today, and an exam has to be. Give a later *date*.",
        ExamDate.TooFar far => string.Create(
            CultureInfo.InvariantCulture, $"{ExamWords.Day(far.Day)} is more than {ExamDate.MaxYears} years away. Give an earlier *date*."),
        ExamDate.NoDay => $"“{Typed(typed)}” is no single day. Write the *date* as 4 June 2027, 4/6/2027 (day first) or 2027-06-04.",
        _ => $"I cannot read “{Typed(typed)}” as a date. Write it as 4 June 2027, 4/6/2027 (day first) or 2027-06-04.",
    };

    /// <summary>No exam is to come.</summary>
    public static string None(string deck) =>
        $"No exam is set for **{Name(deck)}**. Set one with *date*, such as 4 June 2027: then everything you have begun comes back in the last week before "
        + "it, and I tell you what you will remember on the day.";

    public static string ClassNone(string deck) => $"The class has no exam on **{Name(deck)}**. Set one with *date*, such as 4 June 2027.";

    public static string Cleared(string deck, ShownExam? left) => left is { IsOfClass: true }
        ? $"Your own exam on **{Name(deck)}** is removed; your class's on {ExamWords.Day(left.Exam.Day)} counts for you now."
        : $"Your exam on **{Name(deck)}** is removed. Nothing is hurried for it any more.";

    public static string ClassCleared(string deck) =>
        $"The class has no exam on **{Name(deck)}** any more. Exams that members have set for themselves stay.";

    public static string ClassSet(string deck, Exam exam, int daysLeft) =>
        $"The exam of the class on **{Name(deck)}** is on {ExamWords.Day(exam.Day)}, {ExamWords.In(daysLeft)}; {Percent(exam.WantedRecall)} of it "
        + "is to be remembered. It counts for everyone here who has set none of their own: what they have begun comes back in the last week before it.";

    public static string ClassShown(string deck, Exam exam, DateOnly today) => exam.Day > today
        ? $"The exam of the class on **{Name(deck)}** is on {ExamWords.Day(exam.Day)}, {ExamWords.In(exam.Day.DayNumber - today.DayNumber)}; "
            + $"{Percent(exam.WantedRecall)} of it is to be remembered."
        : $"The exam of the class on **{Name(deck)}** was on {ExamWords.Day(exam.Day)}. Set the next one with *date*.";

    /// <summary>What a member will remember, and what it takes to remember more.</summary>
    public static MessageContent Forecast(string deck, ExamForecast forecast, bool isOfClass, LearnerSettings settings)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"On **{ExamWords.Day(forecast.Exam.Day)}** ({ExamWords.In(forecast.DaysLeft)}){(isOfClass ? ", the day of your class's exam," : "")} ");
        body.Append(CultureInfo.InvariantCulture, $"you will remember about **{Percent(forecast.IfContinued.Recall)}** of this deck if you revise every day as you have set it: ");
        body.Append(CultureInfo.InvariantCulture, $"about {Minutes(forecast.MinutesIfContinued)} a day. ");
        body.Append(CultureInfo.InvariantCulture, $"If you stopped now it would be {Percent(forecast.IfStopped)}.\n\n");
        body.Append(Wanted(forecast, settings));
        body.Append(NewItems(forecast, settings));
        body.Append(forecast.Pace.IsOwn
            ? $"\n\n-# By your own pace of {forecast.Pace.Seconds:0} seconds a review."
            : $"\n\n-# By {forecast.Pace.Seconds:0} seconds a review; once you have made 20, I take your own pace.");
        return new MessageContent
        {
            Embeds =
            [
                new Embed
                {
                    Title = Text.Cut($"Exam · {Name(deck)}", DiscordLimits.EmbedTitle),
                    Description = Text.Cut(body.ToString(), DiscordLimits.EmbedDescription),
                    Color = Color,
                },
            ],
            Rows = Buttons(forecast, settings),
        };
    }

    private static string Wanted(ExamForecast forecast, LearnerSettings settings)
    {
        string wanted = Percent(forecast.Exam.WantedRecall);
        if (forecast.IsOnCourse)
            return $"✅ You want {wanted}: you are on course.";
        double more = Math.Max(0, forecast.MinutesIfPlanned - forecast.MinutesIfContinued);
        string how = string.Join(", ", Steps(forecast, settings));
        if (forecast.IsReachable)
            return $"**{Capital(Minutes(more))} more a day** {(more > 1 ? "give" : "gives")} the {wanted} that you want: {how}.";
        if (how.Length == 0)
            return $"The {wanted} that you want cannot be reached any more by revising once a day.";
        return $"The {wanted} that you want cannot be reached any more by revising once a day. The most is about "
            + $"**{Percent(forecast.IfPlanned.Recall)}**, with {Minutes(more)} more a day: {how}.";
    }

    // What is different from now.
    private static IEnumerable<string> Steps(ExamForecast forecast, LearnerSettings settings)
    {
        var plan = forecast.Plan;
        if (plan.NewPerDay != settings.NewPerDay)
            yield return string.Create(CultureInfo.InvariantCulture, $"{plan.NewPerDay} new a day instead of {settings.NewPerDay}");
        if (plan.Retention != settings.Retention)
            yield return $"a retention of {Percent(plan.Retention)} instead of {Percent(settings.Retention)}";
        if (plan.ReviewsPerDay != settings.ReviewsPerDay)
            yield return string.Create(CultureInfo.InvariantCulture, $"up to {plan.ReviewsPerDay} reviews a day instead of {settings.ReviewsPerDay}");
        if (plan.HasFinalPass)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"and on the last {StudyPlan.FinalDays} days everything once more (`/card` in the mode *weak*)");
        }
    }

    private static string NewItems(ExamForecast forecast, LearnerSettings settings)
    {
        if (forecast.New == 0)
            return "";
        string begin = string.Create(
            CultureInfo.InvariantCulture, $"\n\n{forecast.New:N0} {(forecast.New == 1 ? "item has" : "items have")} still to begin, which takes ")
            + string.Create(CultureInfo.InvariantCulture, $"{forecast.NewPerDayNeeded:N0} new a day; you have set {settings.NewPerDay}.");
        return forecast.NewPerDayNeeded > LearnerSettings.MaxNewPerDay
            ? begin + string.Create(CultureInfo.InvariantCulture, $" More than {LearnerSettings.MaxNewPerDay} a day cannot be set: choose the topics that count.")
            : begin;
    }

    private static ImmutableArray<ActionRow> Buttons(ExamForecast forecast, LearnerSettings settings)
    {
        var plan = forecast.Plan;
        if (plan with { HasFinalPass = false } == StudyPlan.Of(settings))
            return [];
        var take = new ComponentId.TakePlan(plan.NewPerDay, plan.ReviewsPerDay, (int)Math.Round(plan.Retention * 100));
        string label = string.Create(CultureInfo.InvariantCulture, $"Set {plan.NewPerDay} new a day, retention {take.RetentionPercent} %");
        return [new ActionRow([new Button(label, take.ToString()) { Style = ButtonStyle.Primary }])];
    }

    private static string Minutes(double minutes) => minutes < 1
        ? "less than a minute"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(minutes):N0} {(Math.Round(minutes) == 1 ? "minute" : "minutes")}");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Typed(string typed) => Markdown.EscapeLine(Text.Cut(typed, TypedLength));

    private static string Name(string deck) => Markdown.EscapeLine(Text.Cut(deck, 200));
}
