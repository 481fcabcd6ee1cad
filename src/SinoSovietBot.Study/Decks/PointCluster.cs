using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks;

/// <summary>Points that say nearly the same: none of them may be a wrong answer to a question about another.</summary>
/// <param name="Id">Unique among the clusters of the deck.</param>
/// <param name="Theme">What they have in common.</param>
/// <param name="Points">Two or more.</param>
/// <param name="AreSame">They are one fact in several places: whoever knows one knows all.</param>
public sealed record PointCluster(string Id, string Theme, ImmutableArray<PointId> Points, bool AreSame);
