namespace SinoSovietBot.Study.Quiz;

/// <summary>Something to do once the step's changes are stored; a closed family, performed in order.</summary>
public abstract record QuizEffect
{
    private QuizEffect()
    {
    }

    /// <summary>Posts the lobby; its message comes back as <see cref="QuizInput.LobbyPosted"/>.</summary>
    public sealed record PostLobby(QuizState Quiz) : QuizEffect;

    /// <summary>Shows who is in.</summary>
    public sealed record EditLobby(QuizState Quiz) : QuizEffect;

    /// <summary>Posts the current round; its message comes back as <see cref="QuizInput.RoundPosted"/>.</summary>
    /// <param name="Quiz">The quiz.</param>
    /// <param name="Again">Why it is posted again, or null the first time.</param>
    /// <param name="Former">The message it replaces, or null.</param>
    public sealed record PostRound(QuizState Quiz, ReopenCause? Again, PostedMessage? Former) : QuizEffect;

    /// <summary>Shows how many have answered.</summary>
    public sealed record EditRound(QuizState Quiz) : QuizEffect;

    /// <summary>Shows the answer, in the round's message.</summary>
    public sealed record ShowReveal(QuizState Quiz) : QuizEffect;

    /// <summary>Takes the buttons off a round that was broken off.</summary>
    public sealed record CloseRound(QuizState Quiz) : QuizEffect;

    /// <summary>Posts the podium, or why there is none; comes back as <see cref="QuizInput.EndAnnounced"/>.</summary>
    public sealed record PostEnd(QuizState Quiz) : QuizEffect;

    /// <summary>Sends <see cref="QuizInput.LobbyExpired"/> when the time for joining is over.</summary>
    public sealed record WaitForLobby : QuizEffect;

    /// <summary>Sends <see cref="QuizInput.CountDue"/> after <see cref="QuizLimits.CountEvery"/>.</summary>
    public sealed record WaitForCount(int Round) : QuizEffect;

    /// <summary>Sends <see cref="QuizInput.TimeUp"/> after a time.</summary>
    public sealed record WaitForTimeUp(int Round, int Opening, TimeSpan After) : QuizEffect;

    /// <summary>Sends <see cref="QuizInput.RevealOver"/> when the answer has been shown long enough.</summary>
    public sealed record WaitForReveal(int Round) : QuizEffect;
}

/// <summary>Why a round is posted again.</summary>
public enum ReopenCause
{
    /// <summary>The bot was restarted.</summary>
    Restart,

    /// <summary>A write failed, and the quiz was read back from the database.</summary>
    SavingFailed,

    /// <summary>Somebody deleted the message.</summary>
    MessageLost,
}
