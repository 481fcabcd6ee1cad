using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SinoSovietBot.Quiz;

/// <summary>The pace of quizzes. Section <c>Quiz</c>.</summary>
public sealed class QuizOptions
{
    public const string Section = "Quiz";

    /// <summary>How long an answer is shown before the next question, in seconds, 0 to 60. Default 8.</summary>
    [Range(0, 60, ErrorMessage = "Quiz:RevealSeconds must be from 0 to 60.")]
    public int RevealSeconds { get; set; } = 8;

    /// <summary>How long a lobby waits for members before it starts by itself, in seconds, 5 to 600. Default 30.</summary>
    [Range(5, 600, ErrorMessage = "Quiz:LobbySeconds must be from 5 to 600.")]
    public int LobbySeconds { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class QuizOptionsValidator : IValidateOptions<QuizOptions>;
