using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

public class StudyMessagesTests
{
    [Theory]
    [InlineData('*')]
    [InlineData('\u3164')]
    [InlineData('é')]
    public void TheLargestListsFit(char character) =>
        Assert.All(AStudy.Largest(new string(character, 1_000)), message => Assert.Empty(MessageLimits.Faults(message)));
}
