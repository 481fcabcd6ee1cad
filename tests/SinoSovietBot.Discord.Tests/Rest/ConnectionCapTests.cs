using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class ConnectionCapTests
{
    private const int Presses = 200;

    // With a file, so that an attempt has ten seconds and none is begun again on a busy machine.
    private static readonly InteractionResponse _reply =
        new InteractionResponse.Reply(new MessageContent { Files = [new FileUpload("a.txt", "a"u8.ToArray())] });

    [Fact]
    public async Task WithoutTlsPressesInFlightShareAFewConnections()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(Presses);
        var options = new DiscordConnectionOptions
        {
            Token = TestBot.Token, ApiBase = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v10"),
        };
        await using var connection = new DiscordConnection(options, NullLoggerFactory.Instance, TimeProvider.System, new Random(1));
        // Nobody is served before as many connections have come as may come.
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int accepted = 0;
        Task accepting = AcceptAsync(listener, () =>
        {
            if (Interlocked.Increment(ref accepted) == HttpFactory.ConnectionsWithoutTls) enough.SetResult();
            return enough.Task;
        });
        Task[] presses = [.. Enumerable.Range(0, Presses).Select(_ => connection.RespondAsync(Interactions.Press, _reply, default))];
        await Task.WhenAll(presses).WaitAsync(Patience.Limit * 3, TestContext.Current.CancellationToken);
        listener.Stop();
        await accepting;
        Assert.Equal(HttpFactory.ConnectionsWithoutTls, accepted);
    }

    private static async Task AcceptAsync(TcpListener listener, Func<Task> beforeServing)
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(), beforeServing());
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private static async Task ServeAsync(Socket socket, Task allowed)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await allowed;
        int length = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line[15..], CultureInfo.InvariantCulture);
            if (line.Length > 0) continue;
            await reader.ReadBlockAsync(new char[length]);
            await stream.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
        }
    }
}
