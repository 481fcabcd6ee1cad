using System.Globalization;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Every sentence of a finding. Each names the thing, what is wrong with it and what to do.</summary>
internal static class CheckMessages
{
    public const string ExplanationIsAnswer = "The explanation only repeats the answer. Say why it is right.";

    public static string NearDuplicate(string option, PointId point, PointCluster cluster) =>
        $"The wrong option {Quote(option)} restates {Quote(point.Value)}, which is near to what is asked ({cluster.Theme}). It may be right as well: "
        + "take another.";

    public static string TestedPoint(string option, PointId point) =>
        $"The wrong option {Quote(option)} restates {Quote(point.Value)}, which the question tests, so it is right as well. Take another.";

    public static string NeverAskOption(string option, PointId point) =>
        $"The wrong option {Quote(option)} restates {Quote(point.Value)}, which is marked never-ask. Take another.";

    public static string FalseSource(string option, PointId point) =>
        $"The option {Quote(option)} repeats the uncorrected wording of {Quote(point.Value)}. Only a true-false question may show it: replace it.";

    public static string OptionInOption(string option, string contained) =>
        $"The option {Quote(option)} contains the whole option {Quote(contained)}, so both may be right. Word one of them differently.";

    public static string AcceptedAndRejected(string wording) =>
        $"{Quote(wording)} is right and stands under 'reject' too. Remove it from one of them.";

    public static string AcceptedOption(string option) => $"The wrong option {Quote(option)} stands under 'accept' too. Remove it from one of them.";

    public static string OtherNumber(string wording, string answer) =>
        $"{Quote(wording)} under 'accept' is another number than the answer {Quote(answer)}. Remove it or correct the number.";

    public static string OwnHeading(string option) =>
        $"The wrong option {Quote(option)} is part of the heading of the question's own card. Take the heading of another card.";

    public static string SharedHeading(string option, PointId point, PointCluster cluster) =>
        $"Under the wrong option {Quote(option)} the deck has {Quote(point.Value)}, near to what is asked ({cluster.Theme}). Take another heading.";

    public static string ActorOutOfTime(DeckName name, int year, string text) =>
        Text($"{Quote(text)} has {name.Name} act in {year}; by the deck's names that is {Years(name)}. Correct the year, the name or the names.");

    public static string ActorGivesAway(DeckName name, int year, string option) =>
        Text($"The wrong option {Quote(option)} rules itself out: {name.Name} acts {Years(name)}, not in {year}. Take somebody of that time.");

    public static string NegativeStem(string words) =>
        $"The prompt asks for what is not so ({Quote(words)}), which even those who know it get wrong. Ask for what is so.";

    public static string AllOrNone(string option) =>
        $"The option {Quote(option)} speaks of the other options, which are shuffled and may overlap. Replace it.";

    public static string NegativeStatement(string word) => $"The statement has a {Quote(word)}, so that 'False' denies a denial. Put it positively.";

    public static string Superlative(string words) =>
        $"The prompt says {Quote(words)}, but no point that it tests does. Ask for one reason, or test the point that ranks them.";

    public static string AnswerInPrompt(string answer) => $"The prompt contains its answer {Quote(answer)}. Reword it so that it gives nothing away.";

    public static string AnswerInHeading(string answer, string where, string heading) =>
        $"The answer {Quote(answer)} stands in the {where} of the card, {Quote(heading)}, which members see. Ask for something else.";

    public static string YearInOrder(string item) =>
        $"The item {Quote(item)} says its own year, so there is nothing to put in order. Leave the year out.";

    public static string RelativeDate(string words) =>
        $"The prompt has a year and {Quote(words)}, so the answer can be counted out. Leave one of them out.";

    public static string AnswerElsewhere(string answer, QuestionId other) =>
        $"The answer {Quote(answer)} stands in the prompt of {Quote(other.Value)}. Make them enemies if that gives it away.";

    public static string SamePrompt(QuestionId other) => $"{Quote(other.Value)} has the same prompt. Reword one, or make them enemies.";

    public static string SameAnswer(string answer, QuestionId other) =>
        $"{Quote(other.Value)}, on the same card, is typed and has the same answer {Quote(answer)}. Make them enemies.";

    public static string LongKey(string answer, int longest) =>
        Text($"The answer has {answer.Length} characters and the longest wrong option {longest}, so its length gives it away. Make them more alike.");

    public static string OddForm(string answer, string verb) => $"The answer {Quote(answer)} {verb} unlike all wrong options. Write all alike.";

    public static string ArticleDisagrees(string article, string option) =>
        $"The wrong option {Quote(option)} does not fit the article '{article}' before it and rules itself out. Write 'a(n)', or reword.";

    public static string Absolute(string option, string word) =>
        $"The wrong option {Quote(option)} says {Quote(word)} and the answer does not, so it sounds false. Put it more mildly.";

    public static string NoteStyle(string mark, string text) => $"{Quote(text)} has {Quote(mark)}, as notes do. Write it out.";

    public static string Misspelling(string word, string name) =>
        $"{Quote(word)} looks like {Quote(name)} misspelt. Correct it, or add it to the deck's 'names'.";

    public static string ShortExplanation(int length, int shortest) =>
        Text($"The explanation has {length} characters; one that teaches has {shortest} or more. Say why the answer is right.");

    public static string EqualPoints(PointId point, PointId first) =>
        $"The points {Quote(first.Value)} and {Quote(point.Value)} say the same. Remove one, or name both under 'near-duplicates' with 'same: true'.";

    public static string RepeatedFront(CardId card, CardId first, string front) =>
        $"The cards {Quote(first.Value)} and {Quote(card.Value)} have the same front {Quote(front)}. Tell them apart.";

    private static string Years(DeckName name) => name switch
    {
        { From: { } from, To: { } to } => Text($"{from} to {to}"),
        { From: { } from } => Text($"from {from}"),
        { To: { } to } => Text($"until {to}"),
        _ => "any year",
    };

    private static string Quote(string text) => DeckMessages.Quote(text);

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
