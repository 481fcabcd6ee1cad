using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Quiz;

/// <summary>How long a question stays open when the host does not say.</summary>
public static class RoundTime
{
    /// <summary>
    /// 20 s, and 1 s for every 15 characters over 100 of the prompt and options together, within
    /// <see cref="QuizLimits.MinSeconds"/> to <see cref="QuizLimits.MaxSeconds"/>.
    /// </summary>
    public static TimeSpan For(Question question)
    {
        int characters = question.Prompt.Length + question.Answer.Length + question.Distractors.Sum(distractor => distractor.Text.Length);
        int seconds = 20 + (Math.Max(0, characters - 100) / 15);
        return TimeSpan.FromSeconds(Math.Clamp(seconds, QuizLimits.MinSeconds, QuizLimits.MaxSeconds));
    }
}
