using SinoSovietBot.Hosting;
using SinoSovietBot.Playground;

// The bot reads its usual settings, but whom it talks to and where it writes is the playground's to say.
var bot = new BotInside(
    dictated => BotHost.Build(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(dictated)
        .Build()),
    BotHost.WaitUntilReadyAsync);

#pragma warning disable RS0030 // The one place where this program's own output and error streams are taken up, to be handed in.
return await new PlaygroundCommand(Console.Out, Console.Error, bot).RunAsync(args).ConfigureAwait(false);
#pragma warning restore RS0030
