namespace SinoSovietBot.Study.Questions;

/// <summary>
/// Keeps the kinds of a choice in the proportion in which they are on offer, and what has to be typed in a little more than its own: finding the words
/// teaches more than recognising them.
/// </summary>
internal sealed class KindBalance
{
    private const double TypedFavour = 1.5;

    // More of it is a strain on a phone. A deck that has more gets its own share.
    private const double MostFavouredShare = 0.3;

    private readonly Dictionary<(bool Typed, QuestionKind Kind), int> offered;
    private readonly Dictionary<(bool Typed, QuestionKind Kind), int> chosen = [];
    private readonly double typedShare;

    public KindBalance(IEnumerable<Question> candidates)
    {
        offered = candidates.CountBy(Form).ToDictionary();
        double typed = offered.Sum(form => form.Key.Typed ? form.Value : 0) / (double)Math.Max(1, offered.Values.Sum());
        typedShare = Math.Max(typed, Math.Min(MostFavouredShare, TypedFavour * typed));
    }

    public void Add(Question question) => chosen[Form(question)] = chosen.GetValueOrDefault(Form(question)) + 1;

    /// <summary>The first question of the kind that is furthest behind its share; before that, typed or not, whichever is further behind.</summary>
    public Question Rarest(IReadOnlyList<Question> open)
    {
        bool typed = open.Select(question => !question.HasOptions).Distinct().MinBy(Progress);
        return open.Where(question => !question.HasOptions == typed).MinBy(question => ShareAfter(Form(question)))!;
    }

    private static (bool Typed, QuestionKind Kind) Form(Question question) => (!question.HasOptions, question.Kind);

    // Halfway into the next seat, which favours neither the large share nor the small one (Sainte-Laguë).
    private double Progress(bool typed) => (chosen.Sum(form => form.Key.Typed == typed ? form.Value : 0) + 0.5) / (typed ? typedShare : 1 - typedShare);

    private double ShareAfter((bool Typed, QuestionKind Kind) form) => (chosen.GetValueOrDefault(form) + 1.0) / offered[form];
}
