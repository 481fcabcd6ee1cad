using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Faults;

/// <summary>Something that is to go wrong. Guarded by its <see cref="FaultDesk"/>.</summary>
internal sealed class Fault(long id, string kind, int count, int after, JsonObject settings)
{
    public long Id { get; } = id;

    public string Kind { get; } = kind;

    /// <summary>How many times more.</summary>
    public int Count { get; set; } = count;

    /// <summary>How many occasions pass unharmed before the first time.</summary>
    public int After { get; set; } = after;

    public int Struck { get; set; }

    public TimeSpan Delay => TimeSpan.FromMilliseconds(settings.Integer("ms") ?? 0);

    public string? Route => settings.Text("route");

    public string? On => settings.Text("on");

    public bool MidFrame => settings.Flag("mid_frame") ?? false;

    public bool Silent => settings.Flag("silent") ?? false;

    public bool Resumable => settings.Flag("resumable") ?? false;

    public int CloseCode => (int)(settings.Integer("code") ?? 4000);

    public int Status => (int)(settings.Integer("status") ?? 500);

    /// <summary>With a limit, <c>rate_limit</c> counts requests instead of refusing so many of them.</summary>
    public int Limit => (int)(settings.Integer("limit") ?? 0);

    /// <summary>Seconds.</summary>
    public double Window => Seconds("window", 5);

    public string Scope => settings.Text("scope") ?? "user";

    /// <summary>Seconds.</summary>
    public double RetryAfter => Seconds("retry_after", 1);

    /// <summary>Its JSON: the settings as they were sent, and <c>id</c>, <c>kind</c>, <c>count</c> (left), <c>after</c> (left),
    /// <c>struck</c>.</summary>
    public JsonObject ToJson()
    {
        var node = settings.DeepClone().AsObject();
        node["id"] = Id;
        node["kind"] = Kind;
        node["count"] = Count;
        node["after"] = After;
        node["struck"] = Struck;
        return node;
    }

    private double Seconds(string name, double otherwise) =>
        settings[name] is JsonValue value && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            ? seconds : otherwise;
}
