using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Http;

/// <summary>Takes a request through login, faults, its handler and the record.</summary>
internal sealed class ApiDispatcher(World world, RouteTable routes, FaultDesk faults, Buckets buckets, Recorder recorder)
{
    /// <summary>Answers a request whose path, below the API's base, is <paramref name="path"/>.</summary>
    public async Task HandleAsync(HttpContext http, string path)
    {
        string[] segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        Answer answer;
        bool lost = false;
        try
        {
            ApiRoute route = routes.Find(http.Request.Method, segments);
            if (route.Access == Access.Control)
            {
                answer = await RunAsync(http, route, segments, Caller.Nobody).ConfigureAwait(false);
            }
            else
            {
                Caller caller = Authenticate(http.Request, route);
                bool botSide = caller.Member is null;
                if (botSide && faults.IsOffline)
                {
                    http.Abort();
                    return;
                }

                answer = botSide
                    ? await RunBotAsync(http, route, segments, caller).ConfigureAwait(false)
                    : await RunAsync(http, route, segments, caller).ConfigureAwait(false);
                lost = botSide && faults.Strike(FaultKind.LoseResponse, fault => RoutePattern.Matches(fault.Route, route, segments)) is not null;
            }
        }
        catch (Refusal refusal)
        {
            answer = Answer.From(refusal);
        }

        if (lost) http.Abort();
        else await WriteAsync(http.Response, answer).ConfigureAwait(false);
    }

    public static async Task WriteAsync(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is not { } body) return;
        response.ContentType = answer.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    private Caller Authenticate(HttpRequest request, ApiRoute route)
    {
        string header = request.Headers.Authorization.ToString();
        Caller caller = Caller.Nobody;
        if (header.Length > 0)
        {
            lock (world.Gate)
            {
                if (AuthenticationHeaderValue.TryParse(header, out var value) && value.Scheme == "Bot" && value.Parameter == world.BotToken)
                    caller = Caller.Bot;
                else if (world.FindByToken(header) is { } member) caller = new Caller(false, member);
            }
        }

        if (route.Access == Access.Open) return caller;
        if (!caller.IsBot && caller.Member is null) throw Refusal.Unauthorized();
        if (route.Access == Access.Bot && !caller.IsBot) throw Refusal.OnlyBots();
        if (route.Access == Access.Member && caller.IsBot) throw Refusal.BotsOnlyForbidden();
        return caller;
    }

    /// <summary>A request of the bot side, with the record and the faults that strike before the handler.</summary>
    private async Task<Answer> RunBotAsync(HttpContext http, ApiRoute route, string[] path, Caller caller)
    {
        RequestBody body = await BodyReader.ReadAsync(http.Request).ConfigureAwait(false);
        string whole = "/" + string.Join('/', path);
        recorder.Add(number => Request(number, http.Request, route, whole, body));
        if (faults.Strike(FaultKind.Slow, fault => fault.On != "gateway"
            && (fault.On is null or "rest" || RoutePattern.Matches(fault.On, route, path))) is { } slow)
            // Not cut short when the bot gives up: what is on its way arrives.
            await Task.Delay(slow.Delay, world.Snowflakes.Time, CancellationToken.None).ConfigureAwait(false);
        Answer answer = Prevent(http.Response, route, path)
            ?? (body.Fault is { } fault ? Answer.From(fault) : Run(new ApiCall(route, path, http.Request.Query, caller, body)));
        recorder.Add(number => Response(number, http, route, whole, answer));
        return answer;
    }

    /// <summary>The answer of a fault that keeps the handler from running, or null.</summary>
    private Answer? Prevent(HttpResponse response, ApiRoute route, string[] path)
    {
        if (!faults.Any) return null;
        if (faults.Strike(FaultKind.ServerError, fault => RoutePattern.Matches(fault.Route, route, path)) is { } broken)
            return new Answer(broken.Status, Json.Bytes(new JsonObject { ["message"] = $"{broken.Status}: Server Error", ["code"] = 0 }));
        if (faults.FindLimit(fault => RoutePattern.Matches(fault.Route, route, path)) is { } limit)
        {
            BucketState state = buckets.Count(route, path, limit.Limit, limit.Window, out bool allowed);
            RateLimitHeaders.Write(response, route, state);
            return allowed ? null : RateLimitHeaders.Refuse(response, route, limit.Scope, state);
        }

        if (faults.Strike(FaultKind.RateLimit, fault => RoutePattern.Matches(fault.Route, route, path)) is not { } limited) return null;
        var full = new BucketState(5, 0, limited.RetryAfter, world.Snowflakes.Now.AddSeconds(limited.RetryAfter));
        return RateLimitHeaders.Refuse(response, route, limited.Scope, full);
    }

    private async Task<Answer> RunAsync(HttpContext http, ApiRoute route, string[] path, Caller caller)
    {
        RequestBody body = await BodyReader.ReadAsync(http.Request).ConfigureAwait(false);
        return body.Fault is { } fault ? Answer.From(fault) : Run(new ApiCall(route, path, http.Request.Query, caller, body));
    }

    private Answer Run(ApiCall call)
    {
        try
        {
            lock (world.Gate) return call.Route.Handle(call);
        }
        catch (Refusal refusal)
        {
            return Answer.From(refusal);
        }
    }

    private static RecordEntry Request(long number, HttpRequest request, ApiRoute route, string path, RequestBody body) =>
        new(number, "request", request.Method, route.Template)
        {
            Path = path,
            Query = request.QueryString.HasValue ? request.QueryString.Value![1..] : null,
            Body = body.Node is null ? null : Json.Bytes(body.Node),
            UserAgent = request.Headers.UserAgent.ToString(),
            ContentType = request.ContentType,
            Files = [.. body.Files.Select(file => (file.FileName, (long)file.Content.Length))],
        };

    private static RecordEntry Response(long number, HttpContext http, ApiRoute route, string path, Answer answer) =>
        new(number, "response", http.Request.Method, route.Template)
        {
            Path = path,
            Body = answer.Body,
            Status = answer.Status,
            ContentType = answer.ContentType,
            Headers = RateLimitHeaders.In(http.Response),
        };
}
