using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>The words that stand for reasons in the database: they outlive a renaming of the enum.</summary>
internal static class EndReasons
{
    public static string Write(EndReason reason) => reason switch
    {
        EndReason.Finished => "finished",
        EndReason.Stopped => "stopped",
        EndReason.NobodyJoined => "nobody-joined",
        EndReason.Silence => "silence",
        EndReason.ChannelLost => "channel-lost",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not one of the reasons."),
    };

    public static EndReason Read(string word) => word switch
    {
        "finished" => EndReason.Finished,
        "stopped" => EndReason.Stopped,
        "nobody-joined" => EndReason.NobodyJoined,
        "silence" => EndReason.Silence,
        "channel-lost" => EndReason.ChannelLost,
        _ => throw new StorageException($"The database knows an end of a quiz ('{word}') that this program does not."),
    };
}
