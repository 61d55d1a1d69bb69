using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Language;

namespace Oms.Engine.Mutations;

/// <summary>Writes the object types of errors from the public properties of their classes. A type of that name in the schema document is taken instead.</summary>
/// <param name="definitions">The schema's definitions, which say what scalars and enums there are.</param>
/// <param name="setup">Which classes are bound to which types.</param>
/// <param name="problems">Gets the properties whose type the schema does not have.</param>
internal sealed class ErrorTypeGenerator(IReadOnlyList<DefinitionNode> definitions, SchemaSetup setup, List<string> problems)
{
    /// <summary>The interface of all errors.</summary>
    public const string Interface = """
        "What went wrong with a mutation."
        interface Error {
          "What went wrong, for the person who asked."
          message: String!
        }
        """;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Scalars = new()
    {
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(int)] = "Int",
        [typeof(short)] = "Int",
        [typeof(byte)] = "Int",
        [typeof(double)] = "Float",
        [typeof(float)] = "Float",
        [typeof(long)] = "Long",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "UUID",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTime",
        [typeof(DateOnly)] = "Date",
        [typeof(Uri)] = "URL",
    };

    private readonly HashSet<string> names = ["String", "Boolean", "Int", "Float", "ID", .. definitions.OfType<TypeDefinitionNode>().Select(d => d.Name.Value)];

    /// <summary>The name of the error type of a class: its attribute's, or its own; of an exception with Error for Exception.</summary>
    public static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>()?.Name is { } name)
            return name;
        if (!typeof(Exception).IsAssignableFrom(type))
            return type.Name;
        const string suffix = nameof(Exception);
        var isShortened = type.Name.Length > suffix.Length && type.Name.EndsWith(suffix, StringComparison.Ordinal);
        return (isShortened ? type.Name[..^suffix.Length] : type.Name) + "Error";
    }

    /// <summary>The definition of a class.</summary>
    public string Write(Type type)
    {
        var fields = PropertiesOf(type).Select(p => $"  {MemberNames.Of(p)}: {TypeOf(p)}");
        return $"type {NameOf(type)} implements Error {{\n{string.Join('\n', fields)}\n}}";
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetMethod is not null && p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<GraphQLIgnoreAttribute>() is null && !IsOfException(p))
        .OrderBy(p => p.Name != nameof(Exception.Message)).ThenBy(p => p.MetadataToken)
        .DistinctBy(p => p.Name);

    // What every exception has tells of the server's inside, but for the message.
    private static bool IsOfException(PropertyInfo property) =>
        typeof(Exception).IsAssignableFrom(property.ReflectedType) && property.Name != nameof(Exception.Message) && typeof(Exception).GetProperty(property.Name) is not null;

    private string TypeOf(PropertyInfo property)
    {
        if (Of(property.PropertyType, Nullability.Create(property)) is { } type)
            return type;
        problems.Add($"{property.ReflectedType!.Name}.{property.Name} is {property.PropertyType.Name}, for which the schema has no type; define {NameOf(property.ReflectedType)} in the schema, or leave the property out by [GraphQLIgnore].");
        return "String";
    }

    private string? Of(Type type, NullabilityInfo nullability)
    {
        var mark = nullability.ReadState == NullabilityState.NotNull ? "!" : "";
        if (Known(Nullable.GetUnderlyingType(type) ?? type) is { } name)
            return name + mark;
        if (nullability.ElementType is { } element && Of(type.GetElementType()!, element) is { } item)
            return $"[{item}]{mark}";
        var isList = type.IsGenericType && type.GetGenericArguments() is [_] && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);
        return isList && Of(type.GetGenericArguments()[0], nullability.GenericTypeArguments[0]) is { } inner ? $"[{inner}]{mark}" : null;
    }

    private string? Known(Type type)
    {
        var bound = setup.RuntimeTypes.FirstOrDefault(t => t.RuntimeType == type);
        var name = bound.TypeName ?? Scalars.GetValueOrDefault(type) ?? (type.IsEnum ? MemberNames.OfType(type) : null);
        return name is not null && names.Contains(name) ? name : null;
    }
}
