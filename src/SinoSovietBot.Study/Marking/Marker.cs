namespace SinoSovietBot.Study.Marking;

/// <summary>Marks what members type.</summary>
public static class Marker
{
    /// <summary>Marks one answer. Never throws on what was typed, and takes no longer for more of it.</summary>
    public static Marking Mark(MarkingKey key, string typed)
    {
        var asked = key.Form switch
        {
            AnswerForm.List => Math.Max(1, key.Count > 0 ? key.Count : key.Items.Length),
            AnswerForm.Order => key.Items.Length * (key.Items.Length - 1) / 2,
            _ => 1,
        };
        var limit = key.Form == AnswerForm.Text ? MarkingLimits.TextLength : MarkingLimits.ListLength;
        if (typed.Length > MarkingLimits.RawLength)
            return TooLong(typed, "", asked, limit);
        var folded = Folding.Fold(typed);
        var normalised = Normaliser.Trim(Normaliser.OneLine(folded));
        if (normalised.Length > limit)
            return TooLong(typed, "", asked, limit);
        if (!normalised.Any(character => char.IsLetterOrDigit(character) || char.IsSurrogate(character)))
            return new Marking(Verdict.Wrong, MarkingRule.Empty, typed, normalised, 0, asked);
        return key.Form switch
        {
            AnswerForm.List => new ListMarker(key).Mark(typed, folded, normalised),
            AnswerForm.Order => new OrderMarker(key).Mark(typed, folded, normalised),
            _ => new TextMarker(key).Mark(typed, normalised),
        };
    }

    private static Marking TooLong(string typed, string normalised, int asked, int limit) =>
        new(Verdict.Wrong, MarkingRule.TooLong, typed, normalised, 0, asked, $"an answer has at most {limit} characters");
}
