using System.Text;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

public class OpenApiDescriptionTests
{
    private const string Description = """
        {"paths": {
          "/users/@me": {"get": {"parameters": [{"name": "with_counts", "in": "query", "schema": {"type": "boolean"}}]}},
          "/users/{user_id}": {
            "parameters": [{"name": "user_id", "in": "path", "required": true, "schema": {"type": "string", "format": "snowflake"}}],
            "get": {"parameters": [
              {"name": "limit", "in": "query", "required": true, "schema": {"type": "integer", "maximum": 100}},
              {"name": "ids", "in": "query", "schema": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}}]},
            "post": {"requestBody": {"required": true, "content": {
              "application/json": {"schema": {"properties": {"name": {"type": "string"}}}},
              "multipart/form-data": {"schema": {"properties": {"name": {"type": "string"}}}}}}}}}}
        """;

    private static readonly OpenApiDescription _sut = OpenApiDescription.Parse(Description);

    [Theory]
    [InlineData("GET", "/users/@me", "?with_counts=true")]
    [InlineData("get", "/api/v10/users/@me", null)]
    [InlineData("GET", "/users/12", "limit=5")]
    [InlineData("GET", "/users/12", "limit=5&ids=1&ids=2")]
    public void AGoodRequestHasNoViolations(string method, string path, string? query) =>
        Assert.Empty(_sut.ValidateRequest(method, path, query, null, default));

    [Theory]
    [InlineData("GET", "/user/12", null, "path")]
    [InlineData("DELETE", "/users/12", null, "path")]
    [InlineData("GET", "/users/me", "limit=1", "path.user_id")]
    [InlineData("GET", "/users/12", "limit=101", "query.limit")]
    [InlineData("GET", "/users/12", "limit=many", "query.limit")]
    [InlineData("GET", "/users/12", null, "query.limit")]
    [InlineData("GET", "/users/12", "limit=1&after=3", "query.after")]
    [InlineData("GET", "/users/@me", "with_counts=1", "query.with_counts")]
    public void AWrongPathOrParameterIsNamed(string method, string path, string? query, string where) =>
        Assert.Equal(where, Assert.Single(_sut.ValidateRequest(method, path, query, null, default)).Where);

    [Theory]
    [InlineData("application/json", """{"name": 1}""", "$.name")]
    [InlineData("application/json", """{"nane": "a"}""", "$.nane")]
    [InlineData("application/json", """{"name": "a", "name": "b"}""", "$")]
    [InlineData("application/json", "{", "$")]
    [InlineData("application/json", "", "$")]
    [InlineData("text/plain", "{}", "content-type")]
    [InlineData(null, "{}", "content-type")]
    public void AWrongBodyIsNamed(string? contentType, string body, string where) =>
        Assert.Equal(where, Assert.Single(Post(contentType, body)).Where);

    [Fact]
    public void ABodyWhereNoneIsTakenIsAViolation() =>
        Assert.Equal("$", Assert.Single(_sut.ValidateRequest("GET", "/users/@me", null, "application/json", "{}"u8.ToArray())).Where);

    [Fact]
    public void TheJsonOfAFormIsValidated()
    {
        const string Type = "multipart/form-data; boundary=\"xx\"";
        Assert.Empty(Post(Type, Form("payload_json", """{"name": "a"}""")));
        Assert.Equal("$.name", Assert.Single(Post(Type, Form("payload_json", """{"name": 1}"""))).Where);
        Assert.Equal("payload_json", Assert.Single(Post(Type, Form("files[0]\"; filename=\"a.png", "..."))).Where);
    }

    [Fact]
    public void PartsOfAFormAreNamedAsDiscordDocumentsThem()
    {
        const string Type = "multipart/form-data; boundary=xx";
        var json = "--xx\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{}\r\n";
        Assert.Empty(Post(Type, json + Form("files[9]\"; filename=\"a.png", "...")));
        Assert.Equal("files[10]", Assert.Single(Post(Type, json + Form("files[10]\"; filename=\"a.png", "..."))).Where);
        Assert.Equal("files[0]", Assert.Single(Post(Type, json + Form("files[0]", "..."))).Where);
        Assert.Equal("payload_json", Assert.Single(Post(Type, json + Form("payload_json", "{}"))).Where);
    }

    private static IReadOnlyList<Violation> Post(string? contentType, string body) =>
        _sut.ValidateRequest("POST", "/users/12", null, contentType, Encoding.UTF8.GetBytes(body));

    private static string Form(string name, string value) =>
        $"--xx\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--xx--\r\n";
}
