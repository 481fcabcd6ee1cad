using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SinoSovietBot.Discord;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Support;

/// <summary>The quiz layer on fakes. Give it the store of another one to play a restart.</summary>
internal sealed class Classroom : IAsyncDisposable
{
    public static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(20.5);

    private readonly ServiceProvider services;
    private ulong presses = 900;

    public Classroom(Func<Journal, FakeQuizStore>? store = null)
    {
        Journal = new Journal();
        Time = new WatchedTime(Journal);
        Discord = new FakeDiscordApi(Journal, Time);
        Store = store?.Invoke(Journal) ?? new FakeQuizStore(Journal);
        services = new ServiceCollection()
            .AddSingleton(Journal)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDiscordApi>(Discord)
            .AddSingleton<IQuizStore>(Store)
            .AddSingleton(Options.Create(new QuizOptions()))
            .AddSingleton(typeof(ILogger<>), typeof(JournalLogger<>))
            .AddSingleton<DiscordClock>()
            .AddSingleton<QuizPoster>()
            .AddTransient<QuizAnnouncer>()
            .AddSingleton<Func<QuizAnnouncer>>(provider => provider.GetRequiredService<QuizAnnouncer>)
            .AddSingleton<Hearing>()
            .AddSingleton<QuizHall>()
            .BuildServiceProvider();
        Hall = services.GetRequiredService<QuizHall>();
    }

    public Journal Journal { get; }

    public WatchedTime Time { get; }

    public FakeDiscordApi Discord { get; }

    public FakeQuizStore Store { get; }

    public QuizHall Hall { get; }

    /// <summary>Opens a quiz and waits for its lobby.</summary>
    public async Task<LiveQuiz> LobbyAsync(QuizState? state = null)
    {
        state ??= Given.Quiz();
        Assert.IsType<QuizOutcome.Silent>(await Hall.OpenAsync(state));
        await Journal.FirstAsync<Committed>(entry => entry.Changes.OfType<QuizChange.LobbyPosted>().Any(posted => posted.Quiz == state.Id));
        return Hall.Find(state.Id)!;
    }

    /// <summary>Opens a quiz, starts it, and waits until round 0 is on screen with its clock running.</summary>
    public async Task<LiveQuiz> StartedAsync(QuizState? state = null, params ulong[] joining)
    {
        var quiz = await LobbyAsync(state);
        foreach (ulong member in joining)
            await quiz.SendAsync(new QuizInput.Join(new MemberId(member), $"Member {member}", Time.GetUtcNow()));
        await StartAsync(quiz);
        await Journal.FirstAsync<TimerSet>(timer => timer.Due == RoundTime);
        return quiz;
    }

    public Task<QuizOutcome> StartAsync(LiveQuiz quiz) => quiz.SendAsync(new QuizInput.StartNow(Given.Host, IsTeacher: true, Time.GetUtcNow()));

    /// <summary>A press at this moment.</summary>
    public Task<QuizOutcome> PressAsync(LiveQuiz quiz, ulong member, int option)
    {
        var state = quiz.State;
        var press = Given.MessageAt(Time.GetUtcNow(), (int)Interlocked.Increment(ref presses));
        var message = state.RoundMessage ?? Given.MessageAt(Time.GetUtcNow(), 1);
        return quiz.SendAsync(new QuizInput.Answer(new MemberId(member), $"Member {member}", state.Round, option, press, message));
    }

    /// <summary>Posts and edits so far whose embed or text holds a phrase.</summary>
    public List<ApiCall> Said(string phrase) => Journal.Of<ApiCall>(call => Holds(call, phrase));

    public static bool Holds(ApiCall call, string phrase)
    {
        var content = call switch
        {
            ApiCall.Post post => post.Content,
            ApiCall.Edit edit => edit.Content,
            _ => null,
        };
        return content is not null
            && (content.Text.Contains(phrase, StringComparison.Ordinal)
                || content.Embeds.Any(embed => $"{embed.Title}\n{embed.Description}\n{embed.Footer}".Contains(phrase, StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
