using System.Globalization;

namespace SinoSovietBot.Revision.Exams;

/// <summary>Days of exams in words. Not as Discord's timestamps: those would show another day to whoever is in another zone.</summary>
internal static class ExamWords
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string In(int days) => days == 1 ? "tomorrow" : string.Create(CultureInfo.InvariantCulture, $"in {days:N0} days");
}
