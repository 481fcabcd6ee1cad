using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Faults;

/// <summary>The faults that are to happen. Thread-safe.</summary>
internal sealed class FaultDesk(Snowflakes snowflakes)
{
    private readonly List<Fault> _faults = [];
    private readonly Lock _gate = new();
    private long _lastId;
    private long _offlineUntil;
    private volatile bool _any;

    /// <summary>False while nothing can go wrong: the fast paths look at nothing else.</summary>
    public bool Any => _any || IsOffline;

    /// <summary>The bot side is unreachable.</summary>
    public bool IsOffline
    {
        get
        {
            long until = Volatile.Read(ref _offlineUntil);
            return until != 0 && snowflakes.Time.GetTimestamp() < until;
        }
    }

    /// <summary>Notes a fault from <c>{kind, count = 1, after = 0, ...}</c>.</summary>
    public Fault Add(JsonObject settings)
    {
        var errors = new FormErrors();
        string? kind = errors.Text(settings, "", "kind", 40, required: true);
        if (kind is not null && !FaultKind.All.Contains(kind)) errors.Choices("kind", string.Join(", ", FaultKind.All));
        int count = (int)(errors.Integer(settings, "", "count", 1, 1_000_000) ?? 1);
        int after = (int)(errors.Integer(settings, "", "after", 0, 1_000_000) ?? 0);
        long? milliseconds =
            errors.Integer(settings, "", "ms", -86_400_000, 86_400_000, required: kind is FaultKind.Slow or FaultKind.ClockSkew or FaultKind.Offline);
        if (kind is FaultKind.Slow or FaultKind.Offline && milliseconds < 0)
            errors.Add("ms", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 0.");
        errors.Throw();

        lock (_gate)
        {
            var fault = new Fault(++_lastId, kind!, count, after, settings.DeepClone().AsObject());
            if (kind == FaultKind.ClockSkew) snowflakes.Skew = fault.Delay;
            if (kind == FaultKind.Offline) Volatile.Write(ref _offlineUntil, After(fault.Delay));
            _faults.Add(fault);
            _any = true;
            return fault;
        }
    }

    public JsonArray List()
    {
        lock (_gate) return Json.Array(_faults.Select(fault => fault.ToJson()));
    }

    /// <summary>Ends all faults, also those that are not over.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _any = false;
            snowflakes.Skew = TimeSpan.Zero;
            Volatile.Write(ref _offlineUntil, 0);
        }
    }

    /// <summary>Is this an occasion at which a fault of the kind strikes? Counts the occasion.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="applies">Which faults of the kind are meant; all by default.</param>
    /// <param name="strike">What has to be done before anybody can see that the fault has struck; it may not use the desk.</param>
    public Fault? Strike(string kind, Func<Fault, bool>? applies = null, Action<Fault>? strike = null)
    {
        if (!_any) return null;
        lock (_gate)
        {
            foreach (Fault fault in _faults)
            {
                if (fault.Kind != kind || fault.Count == 0 || fault.Limit > 0 || applies?.Invoke(fault) == false) continue;
                if (fault.After > 0)
                {
                    fault.After--;
                    continue;
                }

                fault.Count--;
                fault.Struck++;
                strike?.Invoke(fault);
                return fault;
            }

            return null;
        }
    }

    /// <summary>The real rate limit for a request, or null.</summary>
    public Fault? FindLimit(Func<Fault, bool> applies)
    {
        lock (_gate) return _faults.Find(fault => fault.Kind == FaultKind.RateLimit && fault.Limit > 0 && applies(fault));
    }

    private long After(TimeSpan delay) =>
        snowflakes.Time.GetTimestamp() + (long)(delay.TotalSeconds * snowflakes.Time.TimestampFrequency);
}
