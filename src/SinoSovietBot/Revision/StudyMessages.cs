namespace SinoSovietBot.Revision;

/// <summary>Texts that the parts of <c>/study</c> share.</summary>
internal static class StudyMessages
{
    public const string NoDeckYet = "You have not revised a deck yet, so say which one you mean with the option *deck*.";

    public const string OtherServersDeck = "That deck belongs to another server; use the command there.";

    public const string DeckGone = "That deck is not here any more. Name another one with the option *deck*.";
}
