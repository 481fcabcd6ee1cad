using System.Globalization;

namespace SinoSovietBot.Playground.Control;

/// <summary>Ordering faults, and reading what was recorded.</summary>
internal sealed class FaultRoutes(FaultDesk desk, GatewayHub hub, Recorder recorder, Buckets buckets, InteractionDesk interactions)
{
    public void Register(RouteTable table)
    {
        table.Add("POST", "/playground/faults", Access.Control, call =>
        {
            Fault fault = desk.Add(call.Form);
            foreach (GatewaySession session in hub.BotSessions) hub.Faults.StrikeNow(session);
            return Answer.Created(fault.ToJson());
        });
        table.Add("GET", "/playground/faults", Access.Control, _ => Answer.Ok(desk.List()));
        table.Add("DELETE", "/playground/faults", Access.Control, _ =>
        {
            desk.Clear();
            buckets.Clear();
            return Answer.NoContent;
        });
        table.Add("GET", "/playground/interactions", Access.Control, _ => Answer.Ok(interactions.Fates()));
        table.Add("GET", "/playground/record", Access.Control, call =>
        {
            long since = call.Query("since") is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? number : 0;
            return new Answer(200, Recorder.Write(recorder.Since(since)));
        });
    }
}
