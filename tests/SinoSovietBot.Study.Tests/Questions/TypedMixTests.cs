using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Questions;

public sealed class TypedMixTests
{
    [Fact]
    public void TenQuestionsOfTheFirstDeckAreMostlyAnsweredWithButtons()
    {
        var deck = RepositoryDecks.All().First(deck => deck.Id.Value == "sino-soviet-relations");
        var typed = Enumerable.Range(0, 200)
            .Select(seed => QuestionChooser.Choose(deck, new QuestionRequest(10) { WithTyped = true }, new Random(seed)))
            .Select(quiz => quiz.Count(question => !question.HasOptions))
            .ToList();
        Assert.Equal("", string.Join(' ', typed.CountBy(count => count).OrderBy(pair => pair.Key)));
    }
}
