namespace SinoSovietBot.Playground.Validation;

/// <summary>A request that Discord would turn down; unwinds to the dispatcher, which writes the error body.</summary>
internal sealed class Refusal(int status, int code, string message, FormErrors? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public FormErrors? Errors { get; } = errors;

    public static Refusal Unauthorized() => new(401, 0, "401: Unauthorized");

    public static Refusal NotFound() => new(404, 0, "404: Not Found");

    public static Refusal WrongMethod() => new(405, 0, "405: Method Not Allowed");

    public static Refusal InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static Refusal TooLarge() => new(413, 40005, "Request entity too large");

    public static Refusal TooManyFiles() => new(400, 30015, "Maximum number of attachments in a message reached (10)");

    public static Refusal UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static Refusal UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static Refusal UnknownMember() => new(404, 10007, "Unknown Member");

    public static Refusal UnknownMessage() => new(404, 10008, "Unknown Message");

    public static Refusal UnknownUser() => new(404, 10013, "Unknown User");

    public static Refusal UnknownApplication() => new(404, 10002, "Unknown Application");

    public static Refusal UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static Refusal UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static Refusal UnknownCommand() => new(404, 10063, "Unknown application command");

    public static Refusal AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static Refusal BotsOnlyForbidden() => new(403, 20001, "Bots cannot use this endpoint");

    public static Refusal OnlyBots() => new(403, 20002, "Only bots can use this endpoint");

    public static Refusal MissingAccess() => new(403, 50001, "Missing Access");

    public static Refusal NotTheAuthor() => new(403, 50005, "Cannot edit a message authored by another user");

    public static Refusal EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static Refusal CannotMessageUser() => new(403, 50007, "Cannot send messages to this user");

    public static Refusal MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static Refusal InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    /// <summary>A 50035 with a single fault.</summary>
    public static Refusal Form(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return new Refusal(400, 50035, "Invalid Form Body", errors);
    }
}
