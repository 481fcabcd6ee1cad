using System.Globalization;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A message that asks a question: its buttons begin with the letters A to D.</summary>
internal sealed partial class RoundOnScreen
{
    private RoundOnScreen(ChatMessage message, int number, IReadOnlyList<ChatButton> buttons)
    {
        (Message, Number, Buttons) = (message, number, buttons);
        Options = [.. buttons.Select(button => button.Label[2..])];
    }

    public ChatMessage Message { get; }

    /// <summary>The question's number in the quiz, from 1.</summary>
    public int Number { get; }

    public IReadOnlyList<ChatButton> Buttons { get; }

    /// <summary>The wording of the options as the buttons show it, without the letters.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>Reads a message, or gives null when it asks nothing.</summary>
    public static RoundOnScreen? TryRead(ChatMessage message)
    {
        var buttons = message.Buttons.Where(button => !button.Disabled && Letter().IsMatch(button.Label)).ToList();
        var title = Title().Match(message.Text);
        return buttons.Count >= 2 && title.Success
            ? new RoundOnScreen(message, int.Parse(title.Groups["number"].Value, CultureInfo.InvariantCulture), buttons)
            : null;
    }

    [GeneratedRegex("^[A-D] ")]
    private static partial Regex Letter();

    [GeneratedRegex(@"Question (?<number>\d+)")]
    private static partial Regex Title();
}
