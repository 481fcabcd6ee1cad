using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>What is meant by pressing a button, choosing from a menu or sending a form.</summary>
internal static class InteractionMeaning
{
    /// <summary>Its meaning; null for one that this version does not know, and for what has no custom id.</summary>
    public static ComponentId? Of(Interaction interaction) => interaction switch
    {
        ButtonPressed press => ComponentId.Parse(press.CustomId),
        MenuChosen choice => ComponentId.Parse(choice.CustomId),
        FormSubmitted form => ComponentId.Parse(form.CustomId),
        _ => null,
    };
}
