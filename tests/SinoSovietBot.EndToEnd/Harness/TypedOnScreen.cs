using System.Globalization;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A message that asks for something to be typed: its one button opens a form.</summary>
internal sealed partial class TypedOnScreen
{
    private const string Field = "answer";

    private TypedOnScreen(ChatMessage message, int number, ChatButton button) => (Message, Number, Button) = (message, number, button);

    public ChatMessage Message { get; }

    /// <summary>The question's number in the quiz, from 1.</summary>
    public int Number { get; }

    public ChatButton Button { get; }

    public bool IsList => Button.Label.StartsWith("Name", StringComparison.Ordinal);

    /// <summary>Reads a message, or gives null when it asks nothing of the kind.</summary>
    public static TypedOnScreen? TryRead(ChatMessage message)
    {
        var button = message.Buttons.FirstOrDefault(button => !button.Disabled && Label().IsMatch(button.Label));
        var title = Title().Match(message.Text);
        return button is not null && title.Success
            ? new TypedOnScreen(message, int.Parse(title.Groups["number"].Value, CultureInfo.InvariantCulture), button)
            : null;
    }

    /// <summary>Opens the form, types, and sends it.</summary>
    public Task<ChatMessage> TypeAsync(ScriptedMember member, string text) => TypeAsync(member, Message, Button, text, standing: null);

    /// <summary>The same from a button wherever it stands, where the form should hold a standing answer.</summary>
    public static async Task<ChatMessage> TypeAsync(ScriptedMember member, ChatMessage message, ChatButton button, string text, string? standing)
    {
        var form = new TypedForm(await (await PressAsync(member, message, button)).FormAsync());
        if (standing is not null && form.Standing != standing)
            throw new InvalidOperationException($"The form should hold '{standing}' and holds '{form.Standing}'.");
        return await form.SendAsync(member, text);
    }

    /// <summary>Opens the form.</summary>
    public async Task<TypedForm> OpenAsync(ScriptedMember member) => new(await (await PressAsync(member, Message, Button)).FormAsync());

    private static async Task<SentInteraction> PressAsync(ScriptedMember member, ChatMessage message, ChatButton button)
    {
        var pressed = await member.PressIdAsync(message, button.CustomId);
        return pressed.Succeeded ? pressed : throw new InvalidOperationException($"{member.Name} could not open the form: {pressed.Failure}");
    }

    [GeneratedRegex("^(Type your answer|Name [0-9]+)$")]
    private static partial Regex Label();

    [GeneratedRegex(@"Question (?<number>\d+)")]
    private static partial Regex Title();

    /// <summary>A form that is open on a member's screen.</summary>
    internal sealed class TypedForm(System.Text.Json.JsonElement form)
    {
        /// <summary>What stands in it at first.</summary>
        public string Standing => Input.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";

        private System.Text.Json.JsonElement Input => form.GetProperty("components")[0].GetProperty("component");

        /// <summary>Sends it in, and gives the private reply.</summary>
        public async Task<ChatMessage> SendAsync(ScriptedMember member, string text)
        {
            var sent = await member.SubmitAsync(form, (Field, text));
            if (!sent.Succeeded)
                throw new InvalidOperationException($"{member.Name} could not send '{text}': {sent.Failure}");
            var reply = await sent.ReplyAsync();
            return reply.IsEphemeral ? reply : throw new InvalidOperationException($"This should be private: {reply}");
        }
    }
}
