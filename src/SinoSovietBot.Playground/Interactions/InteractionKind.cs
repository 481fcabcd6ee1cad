namespace SinoSovietBot.Playground.Interactions;

/// <summary>Discord's interaction types and callback types.</summary>
internal static class InteractionKind
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;
}

/// <summary>Discord's types of a first response.</summary>
internal static class CallbackKind
{
    public const int Message = 4;
    public const int DeferMessage = 5;
    public const int DeferUpdate = 6;
    public const int Update = 7;
    public const int Choices = 8;
    public const int Modal = 9;
}
