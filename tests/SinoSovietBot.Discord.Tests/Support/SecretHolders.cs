using System.Reflection;
using System.Runtime.CompilerServices;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>
/// Finds, by the names of their fields, the types of an assembly that hold a secret, and what an instance of each prints when it holds one. A new type
/// with a token in it is found without anybody thinking of it.
/// </summary>
internal static class SecretHolders
{
    /// <summary>Stands for a type that prints something else of itself, which an instance made from nothing lacks.</summary>
    public const string Unprintable = "(needs the rest of itself)";

    private static readonly string[] _telling = ["Token", "Secret", "Authorization", "Password", "Credential"];

    /// <summary>What instances print, by the name of their type.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="secret">What they are given to hold.</param>
    public static IReadOnlyDictionary<string, string> Print(Assembly assembly, string secret)
    {
        var printed = new Dictionary<string, string>();
        foreach (Type type in assembly.GetTypes().Where(CanBeMade))
        {
            List<FieldInfo> fields = [.. FieldsOf(type).Where(IsTelling)];
            if (fields.Count == 0) continue;
            object holder = RuntimeHelpers.GetUninitializedObject(type);
            foreach (FieldInfo field in fields) field.SetValue(holder, Filled(field.FieldType, secret));
            printed[type.FullName!] = TextOf(holder);
        }

        return printed;
    }

    private static string TextOf(object holder)
    {
        try
        {
            return holder.ToString() ?? "";
        }
        catch (NullReferenceException)
        {
            return Unprintable;
        }
    }

    private static bool CanBeMade(Type type) =>
        type is { IsAbstract: false, IsInterface: false, IsEnum: false, ContainsGenericParameters: false, IsByRefLike: false }
        && !typeof(Delegate).IsAssignableFrom(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.FullName!.IndexOf('<') < 0;

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (Type? one = type; one is not null && one.Assembly == type.Assembly; one = one.BaseType)
        {
            foreach (FieldInfo field in one.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }

    private static bool IsTelling(FieldInfo field) =>
        (field.FieldType == typeof(string) && _telling.Any(word => field.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        || FieldsOf(field.FieldType).Any(inner => field.FieldType.Assembly == field.DeclaringType!.Assembly && inner.FieldType == typeof(string)
            && _telling.Any(word => inner.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static object Filled(Type type, string secret)
    {
        if (type == typeof(string)) return secret;
        object inner = RuntimeHelpers.GetUninitializedObject(type);
        foreach (FieldInfo field in FieldsOf(type).Where(field => field.FieldType == typeof(string))) field.SetValue(inner, secret);
        return inner;
    }
}
