namespace SinoSovietBot.Study.Questions;

/// <summary>How the options of a true/false question are written.</summary>
public static class TrueFalseOptions
{
    public const string True = "True";

    /// <summary>Begins every other option; what follows is the correction it claims.</summary>
    public const string FalsePrefix = "False: ";
}
