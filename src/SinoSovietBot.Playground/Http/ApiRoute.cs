namespace SinoSovietBot.Playground.Http;

/// <summary>A route of the REST API.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Template">Discord's own notation without braces' dots, as <c>/channels/{channel}/messages</c>, below the API's base.</param>
/// <param name="Access">Whom it answers.</param>
/// <param name="Handle">Runs under the world's gate; turns a request down by throwing a <see cref="Refusal"/>.</param>
internal sealed record ApiRoute(string Method, string Template, Access Access, Func<ApiCall, Answer> Handle)
{
    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Matches(string[] path)
    {
        if (path.Length != Segments.Length) return false;
        for (int index = 0; index < path.Length; index++)
            if (Segments[index][0] != '{' && !Segments[index].Equals(path[index], StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>The value of a placeholder in a path that matches.</summary>
    public string Value(string[] path, string name)
    {
        int index = Array.IndexOf(Segments, $"{{{name}}}");
        return index < 0 ? throw new ArgumentException($"{Template} has no {name}.", nameof(name)) : path[index];
    }
}
