using SinoSovietBot.Study.Marking.Dates;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>Marks an answer that is one wording. The first rule that fits decides.</summary>
internal sealed class TextMarker
{
    // Who writes more than that is right in none of them.
    private const int MostAlternatives = 6;
    private static readonly Outcome IsVague = new(Verdict.Vague, MarkingRule.Vague, "be more specific");
    private readonly NameBook names;
    private readonly List<Wording> accepted;
    private readonly List<Wording> vague;
    private readonly List<Wording> rejected;
    private readonly Rivals rivals;

    public TextMarker(MarkingKey key)
    {
        names = new NameBook(key.Equivalents);
        accepted = [.. key.Accept.Prepend(key.Answer).Select(text => new Wording(text, names))];
        vague = [.. key.Vague.Select(text => new Wording(text, names))];
        rejected = [.. key.Reject.Select(text => new Wording(text, names))];
        rivals = new Rivals(names, accepted, key.Others.AddRange(key.Reject));
    }

    public Marking Mark(string raw, string normalised)
    {
        var outcome = Decide(new Typed(normalised, names));
        return new Marking(outcome.Verdict, outcome.Rule, raw, normalised, outcome.Verdict == Verdict.Right ? 1 : 0, 1, outcome.Note);
    }

    private Outcome Decide(Typed typed) => WithoutSlips(typed) ?? Several(typed) ?? WithSlips(typed) ?? Nothing(typed);

    private Outcome? WithoutSlips(Typed typed)
    {
        if (accepted.Exists(typed.IsExactly))
            return new(Verdict.Right, MarkingRule.Exact);
        if (rejected.Exists(typed.IsExactly))
            return new(Verdict.Wrong, MarkingRule.Rejected);
        if (vague.Exists(typed.IsExactly))
            return IsVague;
        var comparisons = accepted.ConvertAll(wording => Comparison.Of(typed, wording));
        if (First(comparisons, Fit.Same) is { } same)
            return new(Verdict.Right, same.Rule, same.Note);
        if (rejected.Exists(wording => Comparison.Of(typed, wording).Fit is Fit.Same or Fit.MoreExact))
            return new(Verdict.Wrong, MarkingRule.Rejected);
        if (First(comparisons, Fit.MoreExact) is { } more)
            return new(Verdict.Right, more.Rule, more.Note);
        if (vague.Exists(wording => Comparison.Of(typed, wording).Fit == Fit.Same))
            return IsVague;
        if (First(comparisons, Fit.LessExact) is { } less)
            return new(Verdict.Vague, less.Rule, less.Note ?? "be more specific");
        return null;
    }

    // A wrong date that was read from numbers should say how it was read, too.
    private Outcome Nothing(Typed typed)
    {
        var note = DateAskedFor(typed) is { DayFirst: true } date ? $"read day first: {date.Describe()}" : null;
        var denies = Negations.In(typed.Phrase.AllWords) && !accepted.Exists(wording => Negations.In(wording.Phrase.AllWords));
        return new(Verdict.Wrong, denies ? MarkingRule.Negated : MarkingRule.NoMatch, note);
    }

    // "5/6/1969" is one date and not three numbers.
    private WrittenDate? DateAskedFor(Typed typed) => accepted.Exists(wording => wording.Date is not null) ? DateReader.Read(typed.Plain) : null;

    // "Zhenbao/Damansky" says one thing twice, "Khrushchev or Mao" is a guess.
    private Outcome? Several(Typed typed)
    {
        var parts = Alternatives.Of(typed.Plain);
        if (parts.Count is < 2 or > MostAlternatives || DateAskedFor(typed) is not null)
            return null;
        var outcomes = parts.ConvertAll(part => WithoutSlips(new Typed(part, names)) ?? WithSlips(new Typed(part, names)));
        if (outcomes.TrueForAll(outcome => outcome is { Verdict: Verdict.Right }))
            return outcomes[0];
        return outcomes.Exists(outcome => outcome is { Verdict: Verdict.Right or Verdict.Vague })
            ? new(Verdict.Wrong, MarkingRule.SeveralAnswers, "give one answer: several count only if all are right")
            : null;
    }

    private Outcome? WithSlips(Typed typed)
    {
        if (typed.Plain.Any(Words.IsDigit))
            return null;
        var near = NearestOf(accepted, typed);
        if (near is { } found)
        {
            if (!rivals.AnyWithin(typed, found.Slips))
                return new(Verdict.Right, MarkingRule.Spelling, $"accepted with spelling: {found.Wording.Text}");
            return rivals.AnyWithin(typed, 0) ? new(Verdict.Wrong, MarkingRule.NearAnother)
                : new(Verdict.Vague, MarkingRule.NearAnother, "check the spelling: it could be another name");
        }

        if (NearestOf(vague, typed) is not null)
            return IsVague;
        return NameSlips.IsNear(typed, accepted) && !rivals.AnyWithin(typed, 0)
            ? new(Verdict.Vague, MarkingRule.Spelling, "check the spelling of the name") : null;
    }

    private static (Wording Wording, int Slips)? NearestOf(List<Wording> wordings, Typed typed)
    {
        (Wording, int)? nearest = null;
        foreach (var wording in wordings.Where(wording => !wording.HasDigits && wording.Date is null))
        {
            var slips = Slips.Fewest(typed.Phrase, wording.Phrase);
            if (slips is null && (typed.PlainPhrase != typed.Phrase || wording.PlainPhrase != wording.Phrase))
                slips = Slips.Fewest(typed.PlainPhrase, wording.PlainPhrase);
            if (slips is { } count && (nearest is not { } best || count < best.Item2))
                nearest = (wording, count);
        }

        return nearest;
    }

    private static Comparison? First(List<Comparison> comparisons, Fit fit)
    {
        var at = comparisons.FindIndex(comparison => comparison.Fit == fit);
        return at < 0 ? null : comparisons[at];
    }

    private sealed record Outcome(Verdict Verdict, MarkingRule Rule, string? Note = null);
}
