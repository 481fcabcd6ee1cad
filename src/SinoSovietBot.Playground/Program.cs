using SinoSovietBot.Playground;

#pragma warning disable RS0030 // The one place where this program's own output and error streams are taken up, to be handed in.
return await new PlaygroundCommand(Console.Out, Console.Error, bot: null).RunAsync(args).ConfigureAwait(false);
#pragma warning restore RS0030
