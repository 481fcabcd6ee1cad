using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Rest;

/// <summary>Registering commands, globally and for the school.</summary>
internal sealed class CommandRoutes(World world, CommandBook book)
{
    public void Register(RouteTable table)
    {
        foreach (string scope in (string[])["/applications/{application}", "/applications/{application}/guilds/{guild}"])
        {
            bool guild = scope.Contains("{guild}", StringComparison.Ordinal);
            table.Add("GET", $"{scope}/commands", Access.Bot,
                call => Answer.Ok(Json.Array(book.In(Scope(call, guild)).Select(command => command.DeepClone()))));
            table.Add("PUT", $"{scope}/commands", Access.Bot, call => Replace(call, guild));
            table.Add("POST", $"{scope}/commands", Access.Bot, call => Create(call, guild));
            table.Add("GET", $"{scope}/commands/{{command}}", Access.Bot, call => Answer.Ok(Find(call, guild).DeepClone()));
            table.Add("PATCH", $"{scope}/commands/{{command}}", Access.Bot, call => Change(call, guild));
            table.Add("DELETE", $"{scope}/commands/{{command}}", Access.Bot, call => Remove(call, guild));
        }
    }

    private ulong? Scope(ApiCall call, bool guild)
    {
        if (call.Id("application") != world.ApplicationId)
            throw new Refusal(403, 20012, "You are not authorized to perform this action on this application");
        if (!guild) return null;
        if (call.Id("guild") != world.GuildId) throw Refusal.UnknownGuild();
        return world.BotInGuild ? world.GuildId : throw Refusal.MissingAccess();
    }

    private JsonObject Find(ApiCall call, bool guild)
    {
        ulong? scope = Scope(call, guild);
        JsonObject? command = book.Find(call.Id("command"));
        return command is not null && command.Id("guild_id") == scope ? command : throw Refusal.UnknownCommand();
    }

    private Answer Replace(ApiCall call, bool guild)
    {
        ulong? scope = Scope(call, guild);
        if (call.Body is not JsonArray list) throw Refusal.Form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        var errors = new FormErrors();
        CommandRules.CheckAll(errors, list);
        errors.Throw();
        return Answer.Ok(book.Replace(list.OfType<JsonObject>(), scope));
    }

    private Answer Create(ApiCall call, bool guild)
    {
        ulong? scope = Scope(call, guild);
        var errors = new FormErrors();
        CommandRules.Check(errors, call.Form, "");
        errors.Throw();
        CommandRules.CheckCount(book.With(call.Form, scope));
        JsonObject command = book.Put(call.Form, scope, out bool isNew);
        return isNew ? Answer.Created(command) : Answer.Ok(command);
    }

    private Answer Change(ApiCall call, bool guild)
    {
        JsonObject command = Find(call, guild);
        var errors = new FormErrors();
        CommandRules.Check(errors, call.Form, "", partial: true);
        errors.Throw();
        return Answer.Ok(book.Change(command, call.Form));
    }

    private Answer Remove(ApiCall call, bool guild)
    {
        book.Remove(Find(call, guild));
        return Answer.NoContent;
    }
}
