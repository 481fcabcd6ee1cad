using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>The right option does not look unlike the wrong ones.</summary>
internal static partial class CueRules
{
    private const double TooLong = 1.6;

    // Shorter keys are names and numbers, whose length is no choice of the author's.
    private const int ShortestLongKey = 20;

    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck)
    {
        if (!question.IsOptionItem())
            return [];
        var found = Length(question).Concat(Form(question));
        return deck.Words.IsEnglish ? found.Concat(Articles(question)).Concat(Absolutes(question)) : found;
    }

    private static IEnumerable<DeckFinding> Length(Question question)
    {
        // Nobody chooses how long a heading is.
        if (question.Kind == QuestionKind.WhichCard)
            yield break;
        var longest = question.Distractors.Max(distractor => distractor.Text.Length);
        if (question.Answer.Length >= ShortestLongKey && question.Answer.Length >= TooLong * longest)
            yield return DeckFinding.In(question, DeckTrap.LongKey, CheckMessages.LongKey(question.Answer, longest));
    }

    private static IEnumerable<DeckFinding> Form(Question question)
    {
        if (question.Distractors.Length < 2)
            yield break;
        if (IsAlone(question, text => char.IsPunctuation(text[^1]) && text[^1] is '.' or '!' or ';'))
            yield return DeckFinding.In(question, DeckTrap.OddForm, CheckMessages.OddForm(question.Answer, "ends"));
        if (question.Options().All(option => char.IsLetter(option[0])) && IsAlone(question, text => char.IsUpper(text[0])))
            yield return DeckFinding.In(question, DeckTrap.OddForm, CheckMessages.OddForm(question.Answer, "begins"));
    }

    private static bool IsAlone(Question question, Func<string, bool> form)
    {
        var ofKey = form(question.Answer);
        return question.Distractors.All(distractor => form(distractor.Text) != ofKey);
    }

    private static IEnumerable<DeckFinding> Articles(Question question)
    {
        if (ArticleBeforeAnswer().Match(question.Prompt) is not { Success: true } article)
            return [];
        var isBeforeVowel = article.Groups["article"].Length == 2;
        return
            from distractor in question.Distractors
            where Fits(question.Answer) && !Fits(distractor.Text)
            select DeckFinding.In(question, DeckTrap.OddForm, CheckMessages.ArticleDisagrees(article.Groups["article"].Value, distractor.Text));

        bool Fits(string option) => !char.IsLetter(option[0]) || "aeiou".Contains(char.ToLowerInvariant(option[0])) == isBeforeVowel;
    }

    private static IEnumerable<DeckFinding> Absolutes(Question question)
    {
        var told = OptionWords.Of(question.Prompt + " " + question.Answer);
        return
            from distractor in question.Distractors
            where !StemRules.IsAboutOptions(distractor.Text)
            let found = Absolute().Match(distractor.Text)
            where found.Success && !told.Contains(found.Value, StringComparer.OrdinalIgnoreCase)
            select DeckFinding.In(question, DeckTrap.Absolute, CheckMessages.Absolute(distractor.Text, found.Value));
    }

    [GeneratedRegex(@"\b(?<article>an?) (____|\.\.\.|…)|\b(?<article>an?)[:?]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ArticleBeforeAnswer();

    [GeneratedRegex(@"\b(always|never|all|only|every|none|entirely|completely)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Absolute();
}
