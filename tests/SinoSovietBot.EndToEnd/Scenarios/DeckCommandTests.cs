using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public class DeckCommandTests(Classroom classroom) : Scenario(classroom)
{
    private const string Csv = "front,back,topic\nThe Berlin Airlift,It began in June 1948.,Berlin\nThe Berlin Wall,It went up in August 1961.,Berlin\n";

    private string Channel => Classroom.Channel(0);

    [Fact]
    public async Task ATeacherBringsADeckAndTheClassPlaysItHereAndNowhereElse()
    {
        var student = (await Classroom.SameStudentsAsync(1))[0];
        var preview = await ImportAsync(UploadedFile.Of("berlin.yaml", Deck("berlin", "The Berlin crises")));
        Assert.True(preview.Says("becomes the new deck The Berlin crises"), preview.Text);
        Assert.True(preview.Says("1 card"), preview.Text);
        Assert.True(preview.IsEphemeral);
        Assert.DoesNotContain(await student.SuggestAsync("quiz start", Channel, "deck", ""), deck => deck.Value == "berlin");

        Assert.True((await Teacher.TurnAsync(preview, "Confirm")).Says("is stored"));
        Assert.Contains(("The Berlin crises", "berlin"), await student.SuggestAsync("quiz start", Channel, "deck", "berlin"));
        Assert.True((await RunAsync(student, "deck browse", ("deck", "berlin"))).Says("It began in June 1948."));
        await OpenQuizAsync("berlin");
        var hidden = await RunAsync(student, "deck browse", ("deck", "berlin"));
        Assert.True(hidden.Says("hidden until it is over") && !hidden.Says("1948"), hidden.Text);

        var direct = await student.DirectChannelAsync();
        Assert.DoesNotContain(await student.SuggestAsync("deck browse", direct, "deck", ""), deck => deck.Value == "berlin");
        Assert.True((await (await student.RunCommandAsync("deck browse", direct, ("deck", "berlin"))).ReplyAsync()).Says("no deck"));
    }

    [Fact]
    public async Task ATableBecomesADeckOfCards()
    {
        var preview = await ImportAsync(UploadedFile.Of("cards.csv", Csv), ("deck", "Berlin by table"));
        Assert.True(preview.Says("CSV table") && preview.Says("2 cards"), preview.Text);
        await Teacher.TurnAsync(preview, "Confirm");
        var cards = await RunAsync(Teacher, "deck browse", ("deck", "berlin-by-table"));
        Assert.True(cards.Says("The Berlin Wall") && cards.Says("It went up in August 1961."), cards.Text);
    }

    [Fact]
    public async Task PagesAndTopicsOfTheBotsOwnDeckAreTurned()
    {
        var first = await RunAsync(Teacher, "deck browse", ("deck", Classroom.DeckId));
        Assert.True(first.Says("Correction"), first.Text);
        var second = await Teacher.TurnAsync(first, "Next");
        Assert.True(second.Says("Page 2 of"), second.Text);
        Assert.Equal(first.Id, second.Id);
        var sent = await Teacher.ChooseAsync(second, "1");
        var topic = await Teacher.WaitForMessageAsync(message => message.Id == first.Id && !message.Says("Page 2 of"), "the topic", sent.Mark);
        Assert.True(topic.Says("Page 1 of") || !topic.Says("Page"), topic.Text);
        Assert.True((await RunAsync(Teacher, "deck info", ("deck", Classroom.DeckId))).Says("Licence"));
    }

    [Fact]
    public async Task ARemovedDeckIsGoneAndComesBack()
    {
        await BringAsync("removed", "A deck to remove");
        var ask = await RunAsync(Teacher, "deck-admin remove", ("deck", "removed"));
        await Teacher.TurnAsync(ask, "Remove");
        Assert.True((await RunAsync(Teacher, "deck browse", ("deck", "removed"))).Says("no deck"));
        Assert.True((await RunAsync(Teacher, "deck-admin restore", ("deck", "removed"))).Says("is back"));
        Assert.True((await RunAsync(Teacher, "deck browse", ("deck", "removed"))).Says("It began in June 1948."));
    }

    [Fact]
    public async Task AWrongFileIsRefusedWithTheReason()
    {
        var picture = await ImportAsync(new UploadedFile("podium.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]));
        Assert.Empty(picture.Buttons);
        Assert.True(picture.Says("Nothing in podium.png can be used"), picture.Text);
        var large = await ImportAsync(new UploadedFile("large.yaml", new byte[2_000_001]));
        Assert.True(large.Says("2,000,001 bytes") && large.Says("limit"), large.Text);
        var text = Deck("faulty", "Faulty").Replace("difficulty: 1", "difficulty: 9", StringComparison.Ordinal);
        var faulty = await ImportAsync(UploadedFile.Of("faulty.yaml", text));
        Assert.True(faulty.Says("line 18") && faulty.Says("difficulty"), faulty.Text);
    }

    [Fact]
    public async Task KilledBetweenPreviewAndConfirmTheImportIsStillThere()
    {
        var preview = await ImportAsync(UploadedFile.Of("kept.yaml", Deck("kept", "Kept through a kill")));
        await Classroom.Bot.KillAsync();
        await Classroom.StartBotAsync();
        Assert.True((await Teacher.TurnAsync(preview, "Confirm")).Says("is stored"));
        Assert.True((await RunAsync(Teacher, "deck browse", ("deck", "kept"))).Says("It began in June 1948."));
    }

    [Fact]
    public async Task ACardIsEditedInAFormAndAMistakeCostsNoRetyping()
    {
        await BringAsync("edited", "A deck to edit");
        var opened = await Teacher.RunCommandAsync("deck-admin edit-card", Channel, ("deck", "edited"), ("card", "airlift"));
        var form = await opened.FormAsync();
        var refused = await (await Teacher.SubmitAsync(
            form, ("front", "The Berlin Airlift"), ("topic", "Berlin"), ("points", "Something else."), ("notes", ""))).ReplyAsync();
        Assert.True(refused.Says("not stored yet") && refused.Says("airlift-1"), refused.Text);

        var again = await (await Teacher.PressAsync(refused, "Open the form again")).FormAsync();
        Assert.Contains("Something else.", again.GetRawText(), StringComparison.Ordinal);
        var mended = await Teacher.SubmitAsync(
            again, ("front", "The Airlift"), ("topic", "Berlin"), ("points", "It began in June 1948.\n  Until May 1949."), ("notes", "Learn it."));
        var saved = await mended.ReplyAsync();
        Assert.True(saved.Says("The Airlift is changed"), saved.Text);
        var cards = await RunAsync(Teacher, "deck browse", ("deck", "edited"));
        Assert.True(cards.Says("The Airlift") && cards.Says("Until May 1949.") && cards.Says("Learn it."), cards.Text);

        Assert.True((await Teacher.TurnAsync(saved, "Take back")).Says("as it was before"));
        Assert.False((await RunAsync(Teacher, "deck browse", ("deck", "edited"))).Says("Until May 1949."));
    }

    [Fact]
    public async Task AnExportedDeckIsAFileThatCanBeImportedUnderAnotherName()
    {
        var exported = await RunAsync(Teacher, "deck-admin export", ("deck", Classroom.DeckId));
        var yaml = await Teacher.ReadFileAsync(exported);
        Assert.True((await ImportAsync(UploadedFile.Of("mine.yaml", yaml))).Says("one of my own decks"));
        var preview = await ImportAsync(UploadedFile.Of("mine.yaml", yaml), ("deck", "our-relations"));
        Assert.True((await Teacher.TurnAsync(preview, "Confirm")).Says("is stored"));
        Assert.True((await RunAsync(Teacher, "deck-admin check", ("deck", "our-relations"))).Says("14 cards"));
    }

    [Fact]
    public async Task AStudentIsNotOfferedTheCommandsOfATeacher()
    {
        var student = (await Classroom.SameStudentsAsync(1))[0];
        Assert.DoesNotContain(await student.CommandsAsync(), command => command.GetProperty("name").GetString() == "deck-admin");
        Assert.Contains(await Teacher.CommandsAsync(), command => command.GetProperty("name").GetString() == "deck-admin");
    }

    private async Task<ChatMessage> ImportAsync(UploadedFile file, params (string Name, object Value)[] options)
    {
        var sent = await Teacher.RunCommandAsync("deck-admin import", Channel, file, options);
        return await sent.Expected().ReplyAsync();
    }

    private async Task BringAsync(string id, string title)
    {
        var preview = await ImportAsync(UploadedFile.Of($"{id}.yaml", Deck(id, title)));
        Assert.True((await Teacher.TurnAsync(preview, "Confirm")).Says("is stored"));
    }

    private Task<ChatMessage> RunAsync(ScriptedMember member, string words, params (string Name, object Value)[] options) =>
        member.AskAsync(words, Channel, options);

    private async Task OpenQuizAsync(string deck)
    {
        var sent = await Teacher.RunCommandAsync("quiz start", Channel, ("deck", deck), ("questions", 1));
        await sent.IsToldAsync("The lobby is open");
    }

    private static string Deck(string id, string title) =>
        $"""
        id: {id}
        title: {title}
        subject: History
        language: en-GB
        licence: CC BY 4.0
        source: Written for a test.
        cards:
          - id: airlift
            topic: Berlin
            front: The Berlin Airlift
            points:
              - id: airlift-1
                text: It began in June 1948.
        questions:
          - id: airlift-when
            kind: choice
            card: airlift
            difficulty: 1
            points: [airlift-1]
            prompt: When did the Berlin Airlift begin?
            answer: June 1948
            distractors:
              - text: May 1949
                why: That is when the blockade ended.
            explanation: It answered the blockade.
        """;
}
