using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Support;

/// <summary>Things that tests start from.</summary>
internal static class Given
{
    public static readonly Snowflake Guild = new(9000);

    public static readonly ChannelId Channel = new(500);

    public static readonly MemberId Host = new(1);

    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An id that Discord might make at a moment.</summary>
    public static Snowflake IdAt(DateTimeOffset at, int count = 1) =>
        new(((ulong)(at.ToUnixTimeMilliseconds() - Snowflake.EpochMilliseconds) << 22) | (uint)count);

    /// <summary>Four options, the second one right.</summary>
    public static AskedQuestion Question(int number = 0) => new()
    {
        Id = new QuestionId($"question-{number}"),
        Card = new CardId("card"),
        Topic = "Alliance",
        Prompt = $"What happened, number {number}?",
        Options = ["Nothing", "The treaty", "The war", "The split"],
        Right = 1,
        Explanation = "Because it did.",
        Time = TimeSpan.FromSeconds(20),
    };

    /// <summary>A name to type.</summary>
    public static AskedQuestion TypedQuestion() => Question() with
    {
        Prompt = "Who gave the speech?",
        Options = [],
        Right = 0,
        Key = new MarkingKey { Form = AnswerForm.Text, Answer = "Nikita Khrushchev", Accept = ["Khrushchev"], Vague = ["Soviet leader"] },
        Time = TimeSpan.FromSeconds(20),
    };

    /// <summary>Two of three ideas to name.</summary>
    public static AskedQuestion ListQuestion() => TypedQuestion() with
    {
        Prompt = "Name two reasons.",
        Key = new MarkingKey
        {
            Form = AnswerForm.List,
            Answer = "trade; aid; ideology",
            Items = [new AnswerItem("trade", []), new AnswerItem("aid", []), new AnswerItem("ideology", [])],
            Count = 2,
        },
    };

    public static MemberRound Round(AskedQuestion question, int option, TimeSpan response) => new(question, new GivenAnswer(option, response, 0, 1));

    /// <summary>An answer that was typed, as it is marked.</summary>
    public static GivenAnswer Typed(AskedQuestion question, string text, ulong press = 1) =>
        new(null, TimeSpan.FromSeconds(3), 0, press) { Typed = Marker.Mark(question.Key!, text) };

    /// <summary>A quiz that has not been opened yet.</summary>
    public static QuizState Quiz(int questions = 3, ulong id = 4242, ulong channel = 500) => new()
    {
        Id = new QuizId(id),
        Server = new ServerId(Guild.Value),
        Channel = new ChannelId(channel),
        Host = Host,
        HostIsTeacher = true,
        Names = ImmutableDictionary<MemberId, string>.Empty.Add(Host, "Ms Hart"),
        Deck = new DeckId("sino-soviet-relations"),
        DeckTitle = "Sino-Soviet relations",
        OpenedAt = Morning,
        Questions = [.. Enumerable.Range(0, questions).Select(Question)],
    };

    /// <summary>A quiz whose round 0 is on screen.</summary>
    public static QuizState Asking(int questions = 3) => Quiz(questions) with
    {
        Phase = QuizPhase.Asking,
        Opening = 1,
        LobbyMessage = MessageAt(Morning, 90),
        RoundMessage = MessageAt(Morning, 91),
    };

    public static PostedMessage MessageAt(DateTimeOffset at, int count)
    {
        var id = IdAt(at, count);
        return new PostedMessage(id.Value, id.CreatedAt);
    }

    public static ButtonPressed Press(string customId, ulong member = 2, ulong id = 100_000) => new()
    {
        Id = new Snowflake(id),
        Application = new Snowflake(3),
        Token = new InteractionToken("token"),
        User = new Person(new Snowflake(member), $"Member {member}", IsMember: true),
        Guild = Guild,
        Channel = new Snowflake(Channel.Value),
        CustomId = customId,
        Message = new Snowflake(50_000),
    };

    public static MenuChosen Choice(string customId, params string[] values) => new()
    {
        Id = new Snowflake(110_000),
        Application = new Snowflake(3),
        Token = new InteractionToken("token"),
        User = new Person(new Snowflake(Host.Value), "Ms Hart", IsMember: true),
        Guild = Guild,
        Channel = new Snowflake(Channel.Value),
        CustomId = customId,
        Message = new Snowflake(50_000),
        Values = [.. values],
    };

    public static FormSubmitted Sent(string customId, params (string Field, string Value)[] fields) => new()
    {
        Id = new Snowflake(120_000),
        Application = new Snowflake(3),
        Token = new InteractionToken("token"),
        User = new Person(new Snowflake(Host.Value), "Ms Hart", IsMember: true),
        Guild = Guild,
        Channel = new Snowflake(Channel.Value),
        CustomId = customId,
        Fields = fields.ToImmutableDictionary(field => field.Field, field => field.Value),
    };

    /// <summary>A form with one text field, <c>answer</c>.</summary>
    public static FormSubmitted Form(string customId, string answer, ulong member = 2, ulong id = 100_000) =>
        Sent(customId, ("answer", answer)) with
        {
            Id = new Snowflake(id),
            User = new Person(new Snowflake(member), $"Member {member}", IsMember: true),
            Message = new Snowflake(50_000),
        };

    public static SlashCommandUsed Use(string command, ulong id = 200_000, params (string Name, object Value)[] options) => new()
    {
        Id = new Snowflake(id),
        Application = new Snowflake(3),
        Token = new InteractionToken("token"),
        User = new Person(new Snowflake(Host.Value), "Ms Hart", IsMember: true),
        Guild = Guild,
        Channel = new Snowflake(Channel.Value),
        UserPermissions = Permissions.ManageMessages,
        BotPermissions = Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks,
        Command = command,
        Options = Options(options),
    };

    public static SuggestionsAsked Typing(string command, string option, string typed, params (string Name, object Value)[] options) => new()
    {
        Id = new Snowflake(300_000),
        Application = new Snowflake(3),
        Token = new InteractionToken("token"),
        User = new Person(new Snowflake(Host.Value), "Ms Hart", IsMember: true),
        Guild = Guild,
        Command = command,
        Option = option,
        Typed = typed,
        Options = Options(options),
    };

    /// <summary>What a private reply says.</summary>
    public static string TextOf(InteractionResponse response)
    {
        var reply = Assert.IsType<InteractionResponse.Reply>(response);
        Assert.True(reply.Content.Ephemeral);
        Assert.Empty(MessageLimits.Faults(reply.Content));
        return reply.Content.Text;
    }

    private static CommandOptions Options((string Name, object Value)[] options) => new(options.ToImmutableDictionary(
        option => option.Name,
        option => option.Value is string text
            ? (CommandOptionValue)new CommandOptionValue.Text(text)
            : option.Value is Attachment file ? new CommandOptionValue.File(file)
            : new CommandOptionValue.Number(Convert.ToInt64(option.Value, null))));
}
