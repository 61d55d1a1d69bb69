using System.Text.Json.Serialization;

namespace Oms.Benchmarks.Workload;

/// <summary>The object graph of the full introspection, Q4.</summary>
internal static class CeilingIntrospection
{
    /// <summary>The answer.</summary>
    internal sealed record Answer([property: JsonPropertyName("__schema")] Schema Schema);

    /// <summary>A schema.</summary>
    internal sealed record Schema(NamedType? QueryType, NamedType? MutationType, NamedType? SubscriptionType, FullType[] Types, Directive[] Directives);

    /// <summary>A root type.</summary>
    internal sealed record NamedType(string Name, string Kind);

    /// <summary>A type.</summary>
    internal sealed record FullType(
        string Kind, string Name, string? Description, Field[]? Fields, Input[]? InputFields, TypeRef[]? Interfaces, EnumValue[]? EnumValues, TypeRef[]? PossibleTypes);

    /// <summary>A field.</summary>
    internal sealed record Field(string Name, string? Description, Input[] Args, TypeRef Type, bool IsDeprecated, string? DeprecationReason);

    /// <summary>An argument or input field.</summary>
    internal sealed record Input(string Name, string? Description, TypeRef Type, string? DefaultValue);

    /// <summary>An enum value.</summary>
    internal sealed record EnumValue(string Name, string? Description, bool IsDeprecated, string? DeprecationReason);

    /// <summary>A type reference; what wraps nothing has a null below it, as the query asks.</summary>
    internal sealed record TypeRef(string Kind, string? Name, TypeRef? OfType);

    /// <summary>A directive.</summary>
    internal sealed record Directive(string Name, string? Description, string[] Locations, Input[] Args);
}
