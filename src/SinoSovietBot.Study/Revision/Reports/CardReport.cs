using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision.Reports;

/// <summary>What a member says is wrong.</summary>
/// <param name="Id">The id of the form in which it was said: sent twice, it is kept once.</param>
/// <param name="Member">Who.</param>
/// <param name="Server">Where; null in direct messages.</param>
/// <param name="Deck">Of which deck.</param>
/// <param name="Shown">What was on screen.</param>
/// <param name="Text">In the member's words.</param>
/// <param name="At">When.</param>
public sealed record CardReport(ulong Id, MemberId Member, ServerId? Server, DeckAddress Deck, ItemId Shown, string Text, DateTimeOffset At);

/// <summary>A report and what became of it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Done">When it was marked as done, and by whom; null while it is open.</param>
public sealed record KeptReport(CardReport Report, (DateTimeOffset At, MemberId By)? Done);
