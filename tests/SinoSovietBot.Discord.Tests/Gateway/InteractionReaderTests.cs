using System.Text;
using System.Text.Json;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Gateway;

public sealed class InteractionReaderTests
{
    [Fact]
    public void ButtonPressIsReadWhole()
    {
        var press = Assert.IsType<ButtonPressed>(Interactions.Read(Interactions.Button(1234, "v1.answer.k7Qm")));
        var expected = new ButtonPressed
        {
            Id = new Snowflake(1234), Application = new Snowflake(80), Token = new InteractionToken(TestBot.InteractionSecret),
            User = new Person(new Snowflake(4242), "Yaz", IsMember: true), Guild = new Snowflake(500), Channel = new Snowflake(600),
            UserPermissions = (Permissions)2251799813685247, BotPermissions = Permissions.ViewChannel | Permissions.SendMessages, Locale = "de",
            CustomId = "v1.answer.k7Qm", Message = new Snowflake(777),
        };
        Assert.Equal(expected, press);
    }

    [Fact]
    public void SubcommandsBecomeOnePath()
    {
        var used = Assert.IsType<SlashCommandUsed>(Interactions.Read(Interactions.Payload(2, """
            {"type":1,"name":"quiz","id":"9","options":[{"type":2,"name":"schedule","options":[{"type":1,"name":"add","options":[
            {"type":3,"name":"deck","value":"sino"},{"type":4,"name":"count","value":10},{"type":5,"name":"speed","value":true},
            {"type":6,"name":"who","value":"4242"},{"type":7,"name":"where","value":"600"},{"type":8,"name":"role","value":"12"}]}]}]}
            """)));
        Assert.Equal("quiz schedule add", used.Command);
        Assert.Equal("sino", used.Options.Text("deck"));
        Assert.Equal(10, used.Options.Number("count"));
        Assert.True(used.Options.Flag("speed"));
        Assert.Equal(new Snowflake(4242), used.Options.Id("who"));
        Assert.Equal(new Snowflake(600), used.Options.Id("where"));
        Assert.Equal(new Snowflake(12), used.Options.Id("role"));
        Assert.Null(used.Options.Text("count"));
        Assert.Null(used.Options.Number("absent"));
    }

    [Theory]
    [InlineData("""{"type":1,"name":"deck-admin","options":[{"type":11,"name":"file","value":"55"}],"resolved":{"attachments":{"55":FILE}}}""")]
    [InlineData("""{"resolved":{"users":{},"attachments":{"55":FILE}},"options":[{"value":"55","name":"file","type":11}],"name":"deck-admin"}""")]
    public void AttachmentIsTakenFromResolved(string data)
    {
        const string file = """
            {"id":"55","filename":"deck.yaml","size":1234,"content_type":"text/plain",
            "url":"https://cdn.discordapp.com/ephemeral-attachments/1/55/deck.yaml?ex=1&is=2"}
            """;
        var used = Assert.IsType<SlashCommandUsed>(Interactions.Read(Interactions.Payload(2, data.Replace("FILE", file, StringComparison.Ordinal))));
        var expected = new Attachment(
            new Snowflake(55), "deck.yaml", 1234, new Uri("https://cdn.discordapp.com/ephemeral-attachments/1/55/deck.yaml?ex=1&is=2"));
        Assert.Equal(expected, used.Options.File("file"));
    }

    [Fact]
    public void AttachmentThatWasNotResolvedIsRefused() => Assert.ThrowsAny<JsonException>(
        () => Interactions.Read(Interactions.Payload(2, """{"name":"deck-admin","options":[{"type":11,"name":"file","value":"55"}]}""")));

    [Fact]
    public void CommandWithoutOptionsIsALeaf()
    {
        var used = Assert.IsType<SlashCommandUsed>(Interactions.Read(Interactions.Payload(2, """{"type":1,"name":"card","id":"9"}""")));
        Assert.Equal("card", used.Command);
        Assert.Same(CommandOptions.None, used.Options);
    }

    [Theory]
    [InlineData("""{"type":3,"name":"deck","value":"si","focused":true}""", "deck", "si", false)]
    [InlineData("""{"type":4,"name":"count","value":"1","focused":true}""", "count", "1", true)]
    [InlineData("""{"type":4,"name":"count","value":"1x","focused":true}""", "count", "1x", true)]
    [InlineData("""{"type":4,"name":"count","value":12,"focused":true}""", "count", "12", true)]
    [InlineData("""{"type":3,"name":"deck","value":"","focused":true}""", "deck", "", false)]
    public void OptionBeingTypedIsKnown(string option, string name, string typed, bool number)
    {
        string data = $$"""
            {"type":1,"name":"quiz","options":[{"type":1,"name":"start","options":[{"type":5,"name":"speed","value":false},{{option}}]}]}
            """;
        var asked = Assert.IsType<SuggestionsAsked>(Interactions.Read(Interactions.Payload(4, data)));
        Assert.Equal(("quiz start", name, typed, number), (asked.Command, asked.Option, asked.Typed, asked.IsNumber));
        Assert.False(asked.Options.Flag("speed"));
    }

    [Fact]
    public void MenuChoiceKeepsItsOrder()
    {
        string data = """{"component_type":3,"custom_id":"v1.menu","values":["b","a"],"resolved":{}}""";
        var chosen = Assert.IsType<MenuChosen>(Interactions.Read(Interactions.Payload(3, data)));
        Assert.Equal("v1.menu", chosen.CustomId);
        Assert.Equal(["b", "a"], chosen.Values);
    }

    [Theory]
    [InlineData("""{"type":18,"component":TEXT},{"type":18,"id":1,"component":PICK}""")]
    [InlineData("""{"type":1,"components":[TEXT]},{"type":1,"components":[PICK]}""")]
    public void FormIsReadFromLabelsAndFromRows(string components)
    {
        string filled = components
            .Replace("TEXT", """{"type":4,"id":2,"custom_id":"text","value":"1969"}""", StringComparison.Ordinal)
            .Replace("PICK", """{"type":3,"custom_id":"pick","values":["a","b"]}""", StringComparison.Ordinal);
        string data = $$"""{"custom_id":"v1.form","components":[{{filled}}]}""";
        var form = Assert.IsType<FormSubmitted>(Interactions.Read(Interactions.Payload(5, data)));
        Assert.Equal("v1.form", form.CustomId);
        Assert.Null(form.Message);
        Assert.Equal("1969", form.Fields["text"]);
        Assert.Equal("a,b", form.Fields["pick"]);
    }

    [Theory]
    [InlineData("""{"id":"1","username":"u","global_name":"Global"}""", "\"nick\":\"Nick\"", "Nick")]
    [InlineData("""{"id":"1","username":"u","global_name":"Global"}""", "\"nick\":null", "Global")]
    [InlineData("""{"id":"1","username":"u","global_name":null}""", "\"nick\":\" \"", "u")]
    [InlineData("""{"id":"1"}""", "\"roles\":[]", "1")]
    public void DisplayNameIsNicknameThenGlobalNameThenUserName(string user, string nick, string expected)
    {
        string member = $$"""
            "member":{"user":{{user}},{{nick}}}
            """;
        Interaction read = Interactions.Read(Interactions.Payload(3, """{"component_type":2,"custom_id":"x"}""", member))!;
        Assert.Equal(new Person(new Snowflake(1), expected, IsMember: true), read.User);
    }

    [Fact]
    public void DirectMessageHasAUserInsteadOfAMember()
    {
        const string payload = """
            {"type":3,"token":"t","user":{"id":"7","username":"yasmin"},"id":"1","data":{"custom_id":"x"},"channel":{"id":"600"},
            "application_id":"80","message":{"id":"5"}}
            """;
        var press = Assert.IsType<ButtonPressed>(Interactions.Read(payload));
        Assert.Equal(new Person(new Snowflake(7), "yasmin", IsMember: false), press.User);
        Assert.Null(press.Guild);
        Assert.Equal(new Snowflake(600), press.Channel);
        Assert.Equal(Permissions.None, press.UserPermissions);
    }

    [Fact]
    public void KindThatDoesNotExistYetIsIgnored() => Assert.Null(Interactions.Read(Interactions.Payload(6, "{}")));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":3,"id":"1","token":"t","application_id":"80","user":{"id":"7"}}""")]
    [InlineData("""{"type":3,"id":"x","token":"t","application_id":"80","user":{"id":"7"},"data":{"custom_id":"x"}}""")]
    [InlineData("""{"type":3,"id":"1","token":5,"application_id":"80","user":{"id":"7"},"data":{"custom_id":"x"}}""")]
    [InlineData("""{"type":3,"id":"1","application_id":"80","user":{"id":"7"},"data":{"custom_id":"x"}}""")]
    [InlineData("""{"type":3,"id":"1","token":"t","application_id":"80","data":{"custom_id":"x"}}""")]
    [InlineData("""{"type":3,"id":"1","token":"t","application_id":"80","user":{"id":"7"},"data":{"values":"x"}}""")]
    [InlineData("""{"type":3,"id":"1","token":"t","application_id":"80","user":{"id":"7"},"data":null}""")]
    [InlineData("""{"type":2,"id":"1","token":"t","application_id":"80","user":{"id":"7"},"data":{"options":[]}}""")]
    [InlineData("""{"type":2,"id":"1","token":"t","application_id":"80","user":{"id":"7"},"data":{"name":"a","options":[{"type":3}]}}""")]
    [InlineData("""{"type":2,"id":"1","token":"t","application_id":"80","user":{"id":"7"},"data":{"name":"a","options":[5]}}""")]
    public void WhatCannotBeAnsweredIsRefusedWithTheFieldsName(string payload)
    {
        var error = Assert.ThrowsAny<JsonException>(() => Interactions.Read(payload));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void EveryTruncationIsRefusedOrRead()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Interactions.Button(1, "x"));
        for (int length = 0; length < whole.Length - 1; length++)
        {
            byte[] part = whole[..length];
            Assert.ThrowsAny<JsonException>(() => InteractionReader.Read(part, default));
        }
    }
}
