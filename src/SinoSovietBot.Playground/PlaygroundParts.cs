namespace SinoSovietBot.Playground;

/// <summary>What a playground consists of, put together.</summary>
internal sealed class PlaygroundParts : IDisposable
{
    public PlaygroundParts(PlaygroundOptions options)
    {
        var snowflakes = new Snowflakes(options.Time);
        (World, Store) = OpenWorld(options, snowflakes);
        Faults = new FaultDesk(snowflakes);
        Recorder = new Recorder();
        Hub = new GatewayHub(Recorder, new GatewayFaults(Faults, options.Time), options.Time);
        House = new GatewayHouse(World, Hub, Recorder, options.HeartbeatInterval);
        Attachments = new Attachments(Store);
        Board = new MessageBoard(World, new MessageWriter(World, Attachments, () => Addresses.Cdn), Store, Hub);
        Commands = new CommandBook(World, Store);
        Desk = new InteractionDesk(World, Hub);
        Starter = new InteractionStarter(World, Desk, Commands, Board.Writer);
        Presses = new DrivenPresses(World, Hub, Faults);
        Buckets = new Buckets(snowflakes);
        Routes = Register();
        Dispatcher = new ApiDispatcher(World, Routes, Faults, Buckets, Recorder);
    }

    public Addresses Addresses { get; private set; } = new(0, null);

    public World World { get; }

    public FaultDesk Faults { get; }

    public Recorder Recorder { get; }

    public GatewayHub Hub { get; }

    public GatewayHouse House { get; }

    public Attachments Attachments { get; }

    public MessageBoard Board { get; }

    public CommandBook Commands { get; }

    public InteractionDesk Desk { get; }

    public InteractionStarter Starter { get; }

    public DrivenPresses Presses { get; }

    public RouteTable Routes { get; }

    public ApiDispatcher Dispatcher { get; }

    private WorldStore? Store { get; }

    private Buckets Buckets { get; }

    public void Locate(Addresses addresses)
    {
        Addresses = addresses;
        House.GatewayUrl = addresses.Gateway;
        lock (World.Gate) Board.Writer.Rehome();
    }

    public void Dispose()
    {
        Desk.Dispose();
        Presses.Dispose();
        Store?.Dispose();
    }

    private static (World, WorldStore?) OpenWorld(PlaygroundOptions options, Snowflakes snowflakes)
    {
        if (options.DataDirectory is not { } folder) return (WorldMaker.Make(snowflakes), null);
        if (options.Fresh) WorldStore.Clear(folder);
        return WorldStore.Open(folder, snowflakes);
    }

    private RouteTable Register()
    {
        var table = new RouteTable();
        new AppRoutes(World, () => Addresses.Gateway).Register(table);
        new CommandRoutes(World, Commands).Register(table);
        new ChannelRoutes(World, Board, Hub, Store).Register(table);
        new InteractionRoutes(World, Desk, new InteractionResponder(World, Desk, Board, Faults), Board, Faults).Register(table);
        new MemberRoutes(World, Starter, Commands).Register(table);
        new ControlRoutes(World, Store, Hub, Board, () => Addresses).Register(table);
        new FaultRoutes(Faults, Hub, Recorder, Buckets, Desk).Register(table);
        return table;
    }
}
