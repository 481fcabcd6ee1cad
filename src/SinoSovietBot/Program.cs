using SinoSovietBot.CommandLine;
using SinoSovietBot.Hosting;

// The one place that knows the console: everything else is handed a writer.
#pragma warning disable RS0030
return await CommandTree.Build(Console.Out, Console.Error, BuiltInConnection.Add).Parse(args).InvokeAsync(
    new() { Output = Console.Out, Error = Console.Error, ProcessTerminationTimeout = null });
#pragma warning restore RS0030
