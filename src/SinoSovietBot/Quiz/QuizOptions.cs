using Microsoft.Extensions.Options;

namespace SinoSovietBot.Quiz;

/// <summary>The pace of quizzes. Section <c>Quiz</c>.</summary>
public sealed class QuizOptions
{
    public const string Section = "Quiz";

    /// <summary>How long an answer is shown before the next question, in seconds, 0 to 60. Default 8.</summary>
    public int RevealSeconds { get; set; } = 8;

    /// <summary>How long a lobby waits for members before it starts by itself, in seconds, 5 to 600. Default 30.</summary>
    public int LobbySeconds { get; set; } = 30;
}

// By hand: the generated validator knows the property's name but not the setting's, and drops the message of an annotation.
internal sealed class QuizOptionsValidator : IValidateOptions<QuizOptions>
{
    public ValidateOptionsResult Validate(string? name, QuizOptions options)
    {
        var faults = new List<string>();
        if (options.RevealSeconds is < 0 or > 60)
            faults.Add($"Quiz:RevealSeconds is {options.RevealSeconds}. It must be from 0 to 60.");
        if (options.LobbySeconds is < 5 or > 600)
            faults.Add($"Quiz:LobbySeconds is {options.LobbySeconds}. It must be from 5 to 600.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
