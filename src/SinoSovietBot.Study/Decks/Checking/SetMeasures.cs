using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Measures the questions of a deck as a set.</summary>
internal sealed class SetMeasures(CheckedDeck deck)
{
    private const int NumberOptions = 4;

    private readonly ImmutableArray<Question> questions = deck.Deck.Questions;
    private readonly ImmutableArray<Question> optionItems = [.. deck.Deck.Questions.Where(question => question.IsOptionItem())];

    private bool IsSet => optionItems.Length >= MeasureBands.MinOptionItems;

    public DeckMeasures All() => new(questions.IsEmpty ? [] : [.. AboutOptions(), NumberRank(), TrueShare(), .. AboutTheDeck()]);

    private IEnumerable<DeckMeasure> AboutOptions()
    {
        yield return Share("pick the longest option", MeasureBands.PickByLength, LuckOf((_, option) => option.Length));
        yield return Share("pick the shortest option", MeasureBands.PickByLength, LuckOf((_, option) => -option.Length));
        yield return Share("pick most words of the stem", MeasureBands.StemOverlap, LuckOf(SharedWords));

        var distractors = optionItems.SelectMany(item => item.Distractors).ToList();
        var ratio = optionItems.IsEmpty
            ? (double?)null
            : optionItems.Average(item => item.Answer.Length) / distractors.Average(distractor => distractor.Text.Length);
        yield return new DeckMeasure(
            "mean length, key : distractors",
            ratio is null ? "–" : Text($"{ratio:0.00#}"),
            Text($"{MeasureBands.LengthRatio.Low:0.0}–{MeasureBands.LengthRatio.High:0.0}"),
            Verdict(IsSet, ratio is { } value && MeasureBands.LengthRatio.Holds(value)));
    }

    // How often whoever always takes the option with the highest score is right; among equals he guesses.
    private double? LuckOf(Func<Question, string, double> score) => optionItems.IsEmpty
        ? null
        : optionItems.Average(item =>
        {
            var scores = item.Options().Select(option => score(item, option)).ToList();
            var best = scores.Max();
            return scores[0] < best ? 0 : 1.0 / scores.Count(found => found >= best);
        });

    private double SharedWords(Question item, string option) =>
        deck.Words.ContentWords(option).Intersect(deck.Words.ContentWords(item.Prompt)).Count();

    private DeckMeasure NumberRank()
    {
        var ranks = optionItems
            .Select(item => item.Options().Select(NumberText.Value).OfType<decimal>().ToList())
            .Where(values => values.Count == NumberOptions)
            .CountBy(values => values.Count(value => value < values[0]))
            .ToDictionary();
        var counts = Enumerable.Range(0, NumberOptions).Select(rank => ranks.GetValueOrDefault(rank)).ToList();
        double items = counts.Sum();
        return new DeckMeasure(
            "key among four numbers, by size",
            Text($"{string.Join(" : ", counts)}"),
            Text($"{Percent(MeasureBands.NumberRank)} each"),
            Verdict(items >= MeasureBands.MinNumberItems, counts.All(count => MeasureBands.NumberRank.Holds(count / items))));
    }

    private DeckMeasure TrueShare()
    {
        var statements = questions.Where(question => question.Kind == QuestionKind.TrueFalse).ToList();
        var share = statements.Count == 0
            ? (double?)null
            : statements.Average(question => string.Equals(question.Answer, TrueFalseOptions.True, StringComparison.Ordinal) ? 1.0 : 0.0);
        return Share("true among true-false", MeasureBands.TrueShare, share, statements.Count >= MeasureBands.MinStatements);
    }

    private IEnumerable<DeckMeasure> AboutTheDeck()
    {
        var touched = questions.SelectMany(question => question.Points).SelectMany(deck.Twins).ToHashSet();
        var askable = deck.Points.Where(point => point.Ask != AskPolicy.NeverAsk).ToList();
        var share = askable.Count == 0 ? 1 : askable.Average(point => touched.Contains(point.Id) ? 1.0 : 0.0);
        yield return new DeckMeasure(
            "askable points touched",
            Text($"{share:0.#%}"),
            Text($"{MeasureBands.PointsTouched.Low:0%} or more"),
            Verdict(IsSet, MeasureBands.PointsTouched.Holds(share)));

        var ofCard = questions.CountBy(question => question.Card).ToDictionary();
        var least = deck.Deck.Cards
            .Where(card => card.AllPoints.Any(point => point.Ask != AskPolicy.NeverAsk))
            .Select(card => ofCard.GetValueOrDefault(card.Id))
            .DefaultIfEmpty(MeasureBands.MinItemsOfCard)
            .Min();
        yield return new DeckMeasure(
            "questions on a card, the least",
            Text($"{least}"),
            Text($"{MeasureBands.MinItemsOfCard} or more"),
            Verdict(IsSet, least >= MeasureBands.MinItemsOfCard));

        yield return Difficulty();
        var kinds = questions.CountBy(question => question.Kind)
            .OrderBy(pair => pair.Key)
            .Select(pair => Text($"{DeckWords.Of(pair.Key)} {pair.Value}"));
        yield return new DeckMeasure("kinds", string.Join(", ", kinds), "", MeasureVerdict.NoBand);
    }

    private DeckMeasure Difficulty()
    {
        ImmutableArray<Band> bands = [MeasureBands.Easy, MeasureBands.Middling, MeasureBands.Hard];
        var shares = bands
            .Select((_, step) => questions.Average(question => question.Difficulty == DeckLimits.MinDifficulty + step ? 1.0 : 0.0))
            .ToList();
        return new DeckMeasure(
            "easy : middling : hard",
            string.Join(" : ", shares.Select(share => Text($"{100 * share:0.#}"))),
            string.Join(" : ", bands.Select(band => Text($"{100 * band.Low:0}–{100 * band.High:0}"))),
            Verdict(IsSet, bands.Zip(shares).All(pair => pair.First.Holds(pair.Second))));
    }

    private DeckMeasure Share(string name, Band band, double? value, bool? isSet = null) => new(
        name,
        value is null ? "–" : Text($"{value:0.#%}"),
        band.Low > 0 ? Percent(band) : Text($"{band.High:0%} or less"),
        Verdict(isSet ?? IsSet, value is { } found && band.Holds(found)));

    private static MeasureVerdict Verdict(bool isEnough, bool isIn) =>
        !isEnough ? MeasureVerdict.TooFew : isIn ? MeasureVerdict.InBand : MeasureVerdict.OutOfBand;

    private static string Percent(Band band) => Text($"{100 * band.Low:0}–{100 * band.High:0}%");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
