using SinoSovietBot.Storage.Revision;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class RevisionWordsTests
{
    // What years of rows hold: a line may be added, none may change.
    [Fact]
    public void WhatIsStoredKeepsItsMeaning()
    {
        Assert.Equal(
            ["New 0", "Learning 1", "Review 2", "Relearning 3"],
            Enum.GetValues<CardPhase>().Select(phase => $"{phase} {RevisionWords.Write(phase)}"));
        Assert.Equal(
            ["Due due", "New new", "Missed missed", "Weak weak", "Cram cram"],
            Enum.GetValues<RevisionMode>().Select(mode => $"{mode} {RevisionWords.Write(mode)}"));
        Assert.Equal(
            ["Cards cards", "Questions questions"], Enum.GetValues<RevisionStyle>().Select(style => $"{style} {RevisionWords.Write(style)}"));
        Assert.Equal(
            ["Scheduled scheduled", "Cram cram", "Imported imported"],
            Enum.GetValues<ReviewKind>().Select(kind => $"{kind} {RevisionWords.Write(kind)}"));
        Assert.Equal(["Again", "Hard", "Good", "Easy"], Enumerable.Range(1, 4).Select(number => $"{RevisionWords.ReadGrade(number)}"));
    }

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        Assert.All(Enum.GetValues<CardPhase>(), phase => Assert.Equal(phase, RevisionWords.ReadPhase(RevisionWords.Write(phase))));
        Assert.All(Enum.GetValues<RevisionMode>(), mode => Assert.Equal(mode, RevisionWords.ReadMode(RevisionWords.Write(mode))));
        Assert.All(Enum.GetValues<RevisionStyle>(), style => Assert.Equal(style, RevisionWords.ReadStyle(RevisionWords.Write(style))));
        Assert.All(Enum.GetValues<ReviewKind>(), kind => Assert.Equal(kind, RevisionWords.ReadKind(RevisionWords.Write(kind))));
    }

    [Fact]
    public void WhatANewerProgramWroteIsAFaultAndNotAGuess()
    {
        Assert.Throws<FormatException>(() => RevisionWords.ReadPhase(4));
        Assert.Throws<FormatException>(() => RevisionWords.ReadGrade(0));
        Assert.Throws<FormatException>(() => RevisionWords.ReadGrade(5));
        Assert.Throws<FormatException>(() => RevisionWords.ReadMode("Due"));
        Assert.Throws<FormatException>(() => RevisionWords.ReadStyle("typed"));
        Assert.Throws<FormatException>(() => RevisionWords.ReadKind(""));
    }
}
