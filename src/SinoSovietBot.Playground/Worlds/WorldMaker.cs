namespace SinoSovietBot.Playground.Worlds;

/// <summary>The school as it is at the first start.</summary>
internal static class WorldMaker
{
    private static readonly string[] Students = ["Amara", "Ben", "Chloe", "Dev", "Ewa"];

    public static World Make(Snowflakes snowflakes)
    {
        ulong application = snowflakes.Mint();
        var world = new World(snowflakes)
        {
            GuildId = snowflakes.Mint(),
            GuildName = "Riverside Sixth Form: History",
            OwnerId = snowflakes.Mint(),
            TeacherRole = snowflakes.Mint(),
            BotRole = snowflakes.Mint(),
            ApplicationId = application,
            BotName = "SinoSovietBot",
            BotToken = Secrets.Login(application),
        };
        AddRoom("revision", "Quizzes on the Sino-Soviet split", PermissionBits.Bot);
        AddRoom("announcements", "Read only, also for the bot", PermissionBits.Bot & ~PermissionBits.SendMessages);
        AddRoom("common-room", "Talk about anything", PermissionBits.Bot);
        world.AddMember("Ms Okafor", teacher: true);
        foreach (string name in Students) world.AddMember(name, teacher: false);
        return world;

        void AddRoom(string name, string topic, ulong botPermissions) => world.Rooms.Add(new Room
        {
            Id = snowflakes.Mint(),
            Name = name,
            Topic = topic,
            Position = world.Rooms.Count,
            BotPermissions = botPermissions,
        });
    }
}
