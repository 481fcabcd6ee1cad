using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Makes tokens. Not from the dice handed in: another program on this machine must not guess them.</summary>
internal static class Secrets
{
    /// <summary>A login token in the shape of Discord's: id, moment, secret.</summary>
    public static string Login(ulong id) =>
        $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(id.Text()))}.{Word(4)}.{Word(24)}";

    /// <summary>The right to answer one interaction.</summary>
    public static string Interaction(ulong id) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"interaction:{id.Text()}:")) + Word(24);

    /// <summary>The name of a gateway session.</summary>
    public static string Session() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Word(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
