using System.Reflection;
using System.Reflection.Emit;
using Oms.Domain.Storage;

namespace Oms.Storage.Tests;

/// <summary>Which members of the store's port the compiled code of a class calls, its nested state machines and lambdas included.</summary>
internal static class CalledMembers
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static HashSet<string> Of(Type type)
    {
        var called = new HashSet<string>();
        foreach (var method in type.GetMethods(Everything))
            Add(method, called);
        foreach (var nested in type.GetNestedTypes(Everything))
            called.UnionWith(Of(nested));
        return called;
    }

    private static void Add(MethodInfo method, HashSet<string> called)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + 4 < body.Length; i++)
            if (body[i] == OpCodes.Callvirt.Value && Resolve(method, BitConverter.ToInt32(body, i + 1)) is { } target
                && target.DeclaringType == typeof(IStore))
                called.Add(target.Name);
    }

    private static MethodBase? Resolve(MethodInfo caller, int token)
    {
        try
        {
            return caller.Module.ResolveMethod(token, caller.DeclaringType!.GetGenericArguments(), caller.GetGenericArguments());
        }
        catch (ArgumentException)
        {
            // Not every byte that looks like a call is one.
            return null;
        }
    }
}
