using System.Reflection;
using System.Text.Json;
using Oms.Engine.Configuration;

namespace Oms.Engine.Binding;

/// <summary>What a C# member is called in the graph: its attribute's name, else camelCase without <c>Get</c> and <c>Async</c>.</summary>
internal static class MemberNames
{
    /// <summary>The name of a property.</summary>
    public static string Of(PropertyInfo property) => Explicit(property) ?? Camel(property.Name);

    /// <summary>The name of a method.</summary>
    public static string Of(MethodInfo method)
    {
        if (Explicit(method) is { } name)
            return name;
        var text = method.Name;
        if (text.EndsWith("Async", StringComparison.Ordinal) && text.Length > 5)
            text = text[..^5];
        if (text.StartsWith("Get", StringComparison.Ordinal) && text.Length > 3 && char.IsUpper(text[3]))
            text = text[3..];
        return Camel(text);
    }

    /// <summary>The name of a class, struct or enum: its attribute's, or its own.</summary>
    public static string OfType(Type type) => Explicit(type) ?? type.Name;

    private static string? Explicit(MemberInfo member) => member.GetCustomAttribute<GraphQLNameAttribute>()?.Name;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
