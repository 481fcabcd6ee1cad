using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>Tests that share an ordinary <see cref="Harness.Classroom"/>.</summary>
public abstract class Scenario(Classroom classroom) : Scenario<Classroom>(classroom);

/// <summary>
/// The tests of one class share a <see cref="Harness.Classroom"/>. After each of them, everything that the bot, the playground and members' clients said to
/// each other meanwhile is held against Discord's description of its API.
/// </summary>
public abstract class Scenario<TClassroom>(TClassroom classroom) : IClassFixture<TClassroom>, IAsyncLifetime
    where TClassroom : Classroom
{
    internal TClassroom Classroom { get; } = classroom;

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
