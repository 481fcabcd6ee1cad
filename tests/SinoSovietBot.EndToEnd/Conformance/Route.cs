using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The call that a path and method mean.</summary>
/// <param name="Template">Its path with parameters in braces.</param>
/// <param name="Operation">Its description.</param>
/// <param name="Parameters">The parameters described for it, those of its path included.</param>
/// <param name="PathValues">What the request's path says for each parameter of the template, unescaped.</param>
internal sealed record Route(
    string Template, JsonElement Operation, IReadOnlyList<JsonElement> Parameters, IReadOnlyDictionary<string, string> PathValues);
