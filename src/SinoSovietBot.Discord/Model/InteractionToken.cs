namespace SinoSovietBot.Discord.Model;

/// <summary>A secret that lets its holder answer one interaction. Never printed.</summary>
/// <param name="Secret">The token itself.</param>
public readonly record struct InteractionToken(string Secret)
{
    /// <summary>A placeholder: tokens stay out of logs.</summary>
    public override string ToString() => "(interaction token)";
}
