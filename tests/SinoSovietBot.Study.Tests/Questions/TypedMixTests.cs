using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Questions;

public sealed class TypedMixTests
{
    private static readonly Deck First = RepositoryDecks.All().First(deck => deck.Id.Value == "sino-soviet-relations");

    [Fact]
    public void TenQuestionsOfTheFirstDeckAreMostlyAnsweredWithButtons() =>
        Assert.All(Enumerable.Range(0, 50), seed => Assert.InRange(TypedIn(Quiz(seed, ClassHistory.Empty)), 2, 4));

    [Fact]
    public void QuizAfterQuizSomethingIsLeftToType()
    {
        var history = ClassHistory.Empty;
        for (int quiz = 0; quiz < 20; quiz++)
        {
            var questions = Quiz(quiz, history);
            Assert.InRange(TypedIn(questions), 1, 4);
            history = new ClassHistory(history.Questions.SetItems(
                questions.Select(question => KeyValuePair.Create(question.Id, new QuestionHistory(1, 20, 15)))));
        }
    }

    [Fact]
    public void WithoutTypingThereAreOnlyButtonsAndWithoutButtonsOnlyTyping()
    {
        Assert.All(QuestionChooser.Choose(First, new QuestionRequest(50), new Random(1)), question => Assert.True(question.HasOptions));
        var typed = new QuestionRequest(50) { WithOptions = false, WithTyped = true };
        Assert.All(QuestionChooser.Choose(First, typed, new Random(1)), question => Assert.False(question.HasOptions));
    }

    private static ImmutableArray<Question> Quiz(int seed, ClassHistory history) =>
        QuestionChooser.Choose(First, new QuestionRequest(10) { WithTyped = true, History = history }, new Random(seed));

    private static int TypedIn(ImmutableArray<Question> quiz) => quiz.Count(question => !question.HasOptions);
}
