using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Quiz;

/// <summary>How long a question stays open when the host does not say.</summary>
public static class RoundTime
{
    /// <summary>
    /// 20 s, or 40 s where the answer has to be typed or put in order, 10 s more for each further idea of a list, and 1 s for every 15 characters over
    /// 100 of all that is to be read, within <see cref="QuizLimits.MinSeconds"/> to <see cref="QuizLimits.MaxSeconds"/>.
    /// </summary>
    public static TimeSpan For(Question question)
    {
        bool isChoice = question.HasOptions && question.Kind != QuestionKind.Order;
        int read = isChoice
            ? question.Answer.Length + question.Distractors.Sum(distractor => distractor.Text.Length)
            : question.Kind == QuestionKind.Order ? question.Items.Sum(item => item.Text.Length) : 0;
        int ideas = question.Kind == QuestionKind.List ? Math.Max(0, question.Count - 1) : 0;
        int seconds = (isChoice ? 20 : 40) + (10 * ideas) + (Math.Max(0, question.Prompt.Length + read - 100) / 15);
        return TimeSpan.FromSeconds(Math.Clamp(seconds, QuizLimits.MinSeconds, QuizLimits.MaxSeconds));
    }
}
