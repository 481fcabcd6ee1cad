namespace SinoSovietBot.Playground.Http;

/// <summary>All routes. Filled at the start, then only read.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<int, List<ApiRoute>> _byLength = [];

    /// <summary>Every route.</summary>
    public IEnumerable<ApiRoute> All => _byLength.Values.SelectMany(routes => routes);

    public void Add(string method, string template, Access access, Func<ApiCall, Answer> handle)
    {
        var route = new ApiRoute(method, template, access, handle);
        if (!_byLength.TryGetValue(route.Segments.Length, out List<ApiRoute>? routes)) _byLength[route.Segments.Length] = routes = [];
        routes.Add(route);
    }

    /// <summary>The route for a path; refuses unknown paths with 404 and unknown methods with 405, as Discord does.</summary>
    public ApiRoute Find(string method, string[] path)
    {
        bool known = false;
        foreach (ApiRoute route in _byLength.GetValueOrDefault(path.Length) ?? [])
        {
            if (!route.Matches(path)) continue;
            if (route.Method == method) return route;
            known = true;
        }

        throw known ? Refusal.WrongMethod() : Refusal.NotFound();
    }
}
