using System.Net;

namespace SinoSovietBot.Discord;

/// <summary>What counts as this machine: the only place to which anything may go without TLS.</summary>
public static class Loopback
{
    /// <summary>
    /// Whether an address names 127.0.0.0/8, ::1 or <c>localhost</c>. Stricter than <see cref="Uri.IsLoopback"/>, which also takes addresses that the
    /// network would be asked for, and a file of no host at all.
    /// </summary>
    public static bool Holds(Uri address)
    {
        string host = address.DnsSafeHost;
        return IPAddress.TryParse(host, out IPAddress? ip) ? IPAddress.IsLoopback(ip) : host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }
}
