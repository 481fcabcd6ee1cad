using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>
/// The tests of one class share a <see cref="Classroom"/>. After each of them, everything that the bot, the playground and members' clients said to
/// each other meanwhile is held against Discord's description of its API.
/// </summary>
public abstract class Scenario(Classroom classroom) : IClassFixture<Classroom>, IAsyncLifetime
{
    internal Classroom Classroom { get; } = classroom;

    internal ScriptedMember Teacher => Classroom.Teacher;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore();
        GC.SuppressFinalize(this);
    }

    protected virtual async ValueTask DisposeAsyncCore()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{Classroom.Bot.Story}\n{Classroom.Playground.Story}");
        }

        // In whatever order they come, no scenario finds another's quiz in its channel.
        await Classroom.ClearChannelsAsync();
        await Classroom.CheckTrafficAsync();
    }
}
