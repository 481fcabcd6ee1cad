using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

/// <summary>Something that happens to a quiz; a closed family.</summary>
public abstract record QuizInput
{
    private QuizInput()
    {
    }

    /// <summary>The quiz has been created, and waits to be stored and announced.</summary>
    public sealed record Open : QuizInput;

    /// <summary>The lobby's message is up.</summary>
    public sealed record LobbyPosted(PostedMessage Message) : QuizInput;

    public sealed record Join(MemberId Member, string Name, DateTimeOffset At) : QuizInput;

    public sealed record Leave(MemberId Member, DateTimeOffset At) : QuizInput;

    /// <summary>Somebody asks to begin.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="IsTeacher">A teacher may begin another's quiz.</param>
    /// <param name="Now">The bot's clock.</param>
    public sealed record StartNow(MemberId Member, bool IsTeacher, DateTimeOffset Now) : QuizInput;

    /// <summary>The time for joining is over.</summary>
    public sealed record LobbyExpired(DateTimeOffset Now) : QuizInput;

    /// <summary>A round's message is up.</summary>
    public sealed record RoundPosted(int Round, int Opening, PostedMessage Message) : QuizInput;

    /// <summary>Somebody pressed an option.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="Name">Their display name now.</param>
    /// <param name="Round">The round of the button, from 0.</param>
    /// <param name="Option">The index of the option.</param>
    /// <param name="Press">The press: its id, and its time on Discord's clock.</param>
    /// <param name="Message">The message that holds the button.</param>
    public sealed record Answer(MemberId Member, string Name, int Round, int Option, PostedMessage Press, PostedMessage Message) : QuizInput;

    /// <summary>Somebody sent an answer that they typed.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="Name">Their display name now.</param>
    /// <param name="Round">The round of the form, from 0; null is the one that is open.</param>
    /// <param name="Text">As typed.</param>
    /// <param name="Press">The sending: its id, and its time on Discord's clock. When the form was opened does not matter.</param>
    /// <param name="Message">The message of the question from which the form was opened; null without a form.</param>
    public sealed record TypedAnswer(MemberId Member, string Name, int? Round, string Text, PostedMessage Press, PostedMessage? Message) : QuizInput;

    /// <summary>Time to bring the number of answers on the message up to date.</summary>
    public sealed record CountDue(int Round) : QuizInput;

    /// <summary>The round's time, and the grace after it, have passed.</summary>
    public sealed record TimeUp(int Round, int Opening, DateTimeOffset Now) : QuizInput;

    /// <summary>The answer has been on screen long enough.</summary>
    public sealed record RevealOver(int Round, DateTimeOffset Now) : QuizInput;

    /// <summary>Somebody ends the quiz.</summary>
    public sealed record Stop(MemberId Member, bool IsTeacher, DateTimeOffset Now) : QuizInput;

    /// <summary>The current round's message was deleted.</summary>
    public sealed record MessageLost(int Round, int Opening, DateTimeOffset Now) : QuizInput;

    /// <summary>The channel was deleted, or the bot may no longer write in it.</summary>
    public sealed record ChannelLost(DateTimeOffset Now) : QuizInput;

    /// <summary>The end has been announced, or cannot be.</summary>
    public sealed record EndAnnounced : QuizInput;

    /// <summary>The quiz was read back from the database, after a restart or a failed write.</summary>
    public sealed record Resumed(DateTimeOffset Now, ReopenCause Cause) : QuizInput;
}
