using System.Text;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Responses, good and bad, against Discord's real description.</summary>
public class ResponseRulesTests
{
    private const string Json = "application/json";

    private const string Gateway = """
        {"url": "ws://x", "shards": 1, "session_start_limit": {"total": 1, "remaining": 1, "reset_after": 0, "max_concurrency": 1}}
        """;

    private const string Nested = """
        {"_errors": [{"code": "A_B", "message": "m"}], "embeds": {"0": {"_errors": [{"code": "C", "message": "m"}]}}}
        """;

    private const string Limited = """{"message": "Slow down", "code": 0, "retry_after": 0.5, "global": false}""";
    private const string LimitHeaders =
        "Retry-After: 1|X-RateLimit-Scope: user|X-RateLimit-Limit: 5|X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1.5|X-RateLimit-Reset-After: 0.5"
        + "|X-RateLimit-Bucket: b";

    private static readonly string _misspelt = Gateway.Replace("shards", "shard", StringComparison.Ordinal);

    public static TheoryData<string, string, int, string?, string, string> Good => new()
    {
        { "GET", "/gateway/bot", 200, Json, "", Gateway },
        { "GET", "/gateway/bot", 200, "application/json; charset=utf-8", "", Gateway },
        { "DELETE", "/channels/1/messages/2", 204, null, "", "" },
        { "GET", "/gateway/bot", 401, Json, "", """{"message": "401: Unauthorized", "code": 0}""" },
        { "GET", "/no/such/call", 404, Json, "", """{"message": "404: Not Found", "code": 0}""" },
        { "GET", "/gateway/bot", 503, Json, "", """{"message": "503: Server Error", "code": 0}""" },
        { "POST", "/channels/1/messages", 400, Json, "",
            ErrorOf("""{"content": {"_errors": [{"code": "BASE_TYPE_REQUIRED", "message": "m"}]}}""") },
        { "POST", "/channels/1/messages", 400, Json, "", ErrorOf(Nested) },
        { "GET", "/gateway/bot", 429, Json, LimitHeaders, Limited },
        { "GET", "/gateway/bot", 429, Json, "Retry-After: 1|X-RateLimit-Scope: global|X-RateLimit-Global: true", Limited },
    };

    public static TheoryData<string, string, int, string?, string, string, string> Bad => new()
    {
        { "GET", "/gateway/bot", 200, Json, "", _misspelt, "$.shards" },
        { "GET", "/gateway/bot", 200, Json, "", _misspelt, "$.shard" },
        { "GET", "/gateway/bot", 200, "text/plain", "", Gateway, "content-type" },
        { "GET", "/gateway/bot", 200, Json, "", "{", "$" },
        { "GET", "/gateway/bot", 204, null, "", "", "status" },
        { "GET", "/no/such/call", 200, Json, "", "{}", "status" },
        { "DELETE", "/channels/1/messages/2", 204, Json, "", "{}", "$" },
        { "DELETE", "/channels/1/messages/2", 204, Json, "", "", "content-type" },
        { "GET", "/gateway/bot", 401, Json, "", """{"message": "401: Unauthorized"}""", "$.code" },
        { "GET", "/gateway/bot", 503, "text/html", "", "<html>", "content-type" },
        { "POST", "/channels/1/messages", 400, Json, "", ErrorOf("""{"content": ["BASE_TYPE_REQUIRED"]}"""), "$.errors.content" },
        { "POST", "/channels/1/messages", 400, Json, "", ErrorOf("""{"content": {"_errors": [{"code": 1, "message": "m"}]}}"""),
            "$.errors.content._errors[0].code" },
        { "GET", "/gateway/bot", 429, Json, LimitHeaders, """{"message": "m", "code": 0}""", "$.retry_after" },
        { "GET", "/gateway/bot", 429, Json, LimitsBut("Retry-After: 1", "Retry-After: 0.5"), Limited, "header Retry-After" },
        { "GET", "/gateway/bot", 429, Json, LimitsBut("Limit: 5", "Limit: five"), Limited, "header X-RateLimit-Limit" },
        { "GET", "/gateway/bot", 429, Json, LimitsBut("|X-RateLimit-Bucket: b", ""), Limited, "header X-RateLimit-Bucket" },
        { "GET", "/gateway/bot", 429, Json, "Retry-After: 1", Limited, "header X-RateLimit-Scope" },
        { "GET", "/gateway/bot", 429, Json, "Retry-After: 1|X-RateLimit-Scope: global", Limited, "header X-RateLimit-Global" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void AResponseOfDiscordsIsValid(string method, string path, int status, string? contentType, string headers, string body) =>
        Assert.Empty(Validate(method, path, status, contentType, headers, body));

    [Theory]
    [MemberData(nameof(Bad))]
    public void AFaultIsFoundAtItsPlace(string method, string path, int status, string? contentType, string headers, string body, string where) =>
        Assert.Contains(where, Validate(method, path, status, contentType, headers, body).Select(violation => violation.Where));

    private static string LimitsBut(string good, string bad) => LimitHeaders.Replace(good, bad, StringComparison.Ordinal);

    private static string ErrorOf(string errors) => $$"""{"message": "Invalid Form Body", "code": 50035, "errors": {{errors}}}""";

    private static IReadOnlyList<Violation> Validate(string method, string path, int status, string? contentType, string headers, string body) =>
        DiscordDescription.OrSkip().ValidateResponse(new SeenResponse(method, path, status)
        {
            ContentType = contentType,
            Headers = headers.Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ")).ToDictionary(line => line[0], line => line[1]),
            Body = Encoding.UTF8.GetBytes(body),
        });
}
