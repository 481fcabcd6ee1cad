namespace SinoSovietBot.Study.Quiz;

/// <summary>One run of a quiz: the id of the command that started it, so that one command can never start two.</summary>
public readonly record struct QuizId(ulong Value);

/// <summary>Where a quiz runs.</summary>
public readonly record struct ChannelId(ulong Value);

/// <summary>A message that was posted.</summary>
/// <param name="Id">Discord's id.</param>
/// <param name="At">When it appeared, on Discord's clock: the time inside its id.</param>
public readonly record struct PostedMessage(ulong Id, DateTimeOffset At);
