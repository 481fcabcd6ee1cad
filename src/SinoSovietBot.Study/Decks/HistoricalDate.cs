namespace SinoSovietBot.Study.Decks;

/// <summary>A date as exact as it is known. In files: <c>1950</c>, <c>1950-02</c>, <c>1950-02-14</c>, <c>c. 1958</c>.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31 and valid in its month; null where the month is.</param>
/// <param name="Circa">About that time.</param>
public readonly record struct HistoricalDate(int Year, int? Month = null, int? Day = null, bool Circa = false);
