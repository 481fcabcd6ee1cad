namespace SinoSovietBot.Study.Questions;

/// <summary>What a kind of question is made of.</summary>
/// <param name="Distractors">Whether it has wrong options.</param>
/// <param name="HasItems">Whether its answer is a list.</param>
/// <param name="IsText">Whether it may be typed, so that accepted, vague and rejected wordings mean something.</param>
internal readonly record struct QuestionForm(OptionNeed Distractors, bool HasItems = false, bool IsText = false)
{
    public static QuestionForm Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Who or QuestionKind.Gap => new(OptionNeed.Optional, IsText: true),
        QuestionKind.Typed => new(OptionNeed.None, IsText: true),
        QuestionKind.Order or QuestionKind.List => new(OptionNeed.None, HasItems: true),
        _ => new(OptionNeed.Needed),
    };
}

internal enum OptionNeed
{
    None,
    Optional,
    Needed,
}
