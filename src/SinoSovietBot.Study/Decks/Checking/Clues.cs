using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Finds prompts that say the answer of another question about the same thing. Enemies may: they never meet.</summary>
internal sealed class Clues
{
    // Words of more prompts than these are what the deck is about, and tell nothing.
    private const int CommonPrompts = 3;
    private const double CommonShare = 0.04;

    private readonly CheckedDeck deck;
    private readonly ImmutableArray<Prompt> prompts;
    private readonly ILookup<string, Prompt> byWord;
    private readonly Dictionary<string, int> promptsWith;
    private readonly double common;

    public Clues(CheckedDeck deck)
    {
        this.deck = deck;
        prompts =
        [
            .. deck.Deck.Questions.Select(question =>
                new Prompt(question, OptionWords.Of(question.Prompt), deck.Words.ContentWords(question.Prompt))),
        ];
        byWord = prompts
            .SelectMany(prompt => prompt.Words.Distinct(StringComparer.Ordinal).Select(word => (word, prompt)))
            .ToLookup(pair => pair.word, pair => pair.prompt, StringComparer.Ordinal);
        promptsWith = prompts.SelectMany(prompt => prompt.Content).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        common = Math.Max(CommonPrompts, CommonShare * prompts.Length);
    }

    public IEnumerable<DeckFinding> Find() =>
        from prompt in prompts
        where prompt.Question.Kind is not (QuestionKind.TrueFalse or QuestionKind.WhichCard) && prompt.Question.Items.IsEmpty
        from other in Holding(prompt)
        select DeckFinding.In(prompt.Question, DeckTrap.AnswerElsewhere, CheckMessages.AnswerElsewhere(prompt.Question.Answer, other.Question.Id));

    private IEnumerable<Prompt> Holding(Prompt asked)
    {
        var answer = OptionWords.Of(asked.Question.Answer);
        if (deck.Words.IsEnglish && answer is ["the" or "a" or "an", .. { Length: > 0 } rest])
            answer = rest;
        if (answer.Length == 0)
            return [];
        var holding = answer.Select(word => byWord[word]).MinBy(entries => entries.Count())!
            .Where(other => other != asked && OptionWords.Contain(other.Words, answer))
            .ToList();
        var isNumber = NumberText.Value(asked.Question.Answer) is not null;
        if (!isNumber && holding.Count > common)
            return [];
        return holding.Where(other => !deck.AreEnemies(asked.Question, other.Question) && IsAboutTheSame(asked, other, answer, isNumber));
    }

    // A number stands for many things: "April 1971" answers "In April ____", and two rare words in common make it the same thing.
    private bool IsAboutTheSame(Prompt asked, Prompt other, string[] answer, bool isNumber)
    {
        var shared = asked.Content.Intersect(other.Content)
            .Except(deck.Words.ContentWords(asked.Question.Answer))
            .Count(IsRare);
        if (!isNumber)
            return shared >= 1;
        var before = other.Words.TakeWhile(word => !string.Equals(word, answer[0], StringComparison.Ordinal)).LastOrDefault();
        return shared >= 2 || (before is not null && deck.Words.ContentWords(before).Any(word => asked.Content.Contains(word) && IsRare(word)));
    }

    private bool IsRare(string word) => promptsWith[word] <= common;

    private sealed record Prompt(Question Question, string[] Words, ImmutableArray<string> Content);
}
