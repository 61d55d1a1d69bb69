using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A schema (spec 3.3): all its types and directives. It does not change once built, save for the slots of the execution layer.</summary>
public sealed class Schema
{
    internal Schema(MemberCollection<NamedType> types, MemberCollection<DirectiveDefinition> directives)
    {
        Types = types;
        DirectiveDefinitions = directives;
    }

    /// <summary>All types: those of the document in its order, then the specified scalars that are referred to, and introspection.</summary>
    public MemberCollection<NamedType> Types { get; }

    /// <summary>All directives: those of the document in its order, and the specified ones.</summary>
    public MemberCollection<DirectiveDefinition> DirectiveDefinitions { get; }

    /// <summary>The root of queries.</summary>
    public ObjectType QueryType { get; internal set; } = null!;

    /// <summary>The root of mutations; null when there are none.</summary>
    public ObjectType? MutationType { get; internal set; }

    /// <summary>The root of subscriptions; null when there are none.</summary>
    public ObjectType? SubscriptionType { get; internal set; }

    /// <summary>The description of the schema in Markdown; null when it has none.</summary>
    public string? Description { get; internal set; }

    /// <summary>The directives applied to the schema, those of extensions after those of the definition.</summary>
    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>The schema definition in the document; null when the default is meant.</summary>
    public SchemaDefinitionNode? DefinitionNode { get; internal set; }

    /// <summary>The schema extensions in the document, in source order.</summary>
    public ImmutableArray<SchemaExtensionNode> ExtensionNodes { get; internal set; } = [];

    /// <summary>The meta field <c>__schema</c> of the query type (spec 4.2).</summary>
    public FieldDefinition SchemaMetaField { get; internal set; } = null!;

    /// <summary>The meta field <c>__type</c> of the query type (spec 4.2).</summary>
    public FieldDefinition TypeMetaField { get; internal set; } = null!;

    /// <summary>The meta field <c>__typename</c> of every composite type (spec 4.1).</summary>
    public FieldDefinition TypeNameMetaField { get; internal set; } = null!;

    /// <summary>What the execution layer keeps with the schema; see <see cref="TypeSystemMember.RuntimeData"/>.</summary>
    public object? RuntimeData { get; set; }

    /// <summary>Finds a type by name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => Types.TryGetValue(name, out type);

    /// <summary>Finds a directive by name.</summary>
    /// <param name="name">The name without the <c>@</c>.</param>
    /// <param name="directive">The directive.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveDefinition? directive) =>
        DirectiveDefinitions.TryGetValue(name, out directive);

    /// <summary>The root type of a kind of operation.</summary>
    /// <param name="operation">The kind of operation.</param>
    /// <returns>The type, or null when the schema has no such operations.</returns>
    public ObjectType? GetRootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The field a selection on a type means, meta fields included.</summary>
    /// <param name="parent">The type of the selection set.</param>
    /// <param name="name">The name of the field.</param>
    /// <returns>The field, or null when there is none.</returns>
    public FieldDefinition? FindField(NamedType parent, string name)
    {
        if (parent is ComplexType complex && complex.Fields.TryGetValue(name, out var field))
            return field;
        return name.StartsWith("__", StringComparison.Ordinal) ? FindMetaField(parent, name) : null;
    }

    /// <summary>Finds the element that a schema coordinate names (spec 3.14), meta fields included.</summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <returns>
    /// A <see cref="NamedType"/>, <see cref="FieldDefinition"/>, <see cref="InputValueDefinition"/>, <see cref="EnumValue"/> or
    /// <see cref="DirectiveDefinition"/>; null when there is no such element.
    /// </returns>
    public TypeSystemMember? FindMember(SchemaCoordinate coordinate)
    {
        if (coordinate.IsDirective)
        {
            return !TryGetDirective(coordinate.Name, out var directive) ? null
                : coordinate.ArgumentName is null ? directive
                : FindIn(directive.Arguments, coordinate.ArgumentName);
        }

        if (!TryGetType(coordinate.Name, out var type) || coordinate.MemberName is null)
            return type;
        TypeSystemMember? member = type switch
        {
            EnumType enumType => FindIn(enumType.Values, coordinate.MemberName),
            InputObjectType input => FindIn(input.Fields, coordinate.MemberName),
            ComplexType => FindField(type, coordinate.MemberName),
            _ => null,
        };
        return coordinate.ArgumentName is null ? member
            : member is FieldDefinition field ? FindIn(field.Arguments, coordinate.ArgumentName)
            : null;
    }

    /// <summary>The type a type reference of a document means.</summary>
    /// <param name="node">The type reference.</param>
    /// <returns>The type, or null when the schema has no type of that name.</returns>
    public IType? FindType(TypeNode node)
    {
        switch (node)
        {
            case NamedTypeNode named:
                return Types.TryGetValue(named.Name.Value, out var type) ? type : null;
            case ListTypeNode list:
                return FindType(list.Type) is { } item ? new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return FindType(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null;
            default:
                throw new ArgumentException("Not a type reference of the grammar.", nameof(node));
        }
    }

    private FieldDefinition? FindMetaField(NamedType parent, string name)
    {
        if (name == TypeNameMetaField.Name)
            return parent.IsCompositeType ? TypeNameMetaField : null;
        if (!ReferenceEquals(parent, QueryType))
            return null;
        if (name == SchemaMetaField.Name)
            return SchemaMetaField;
        return name == TypeMetaField.Name ? TypeMetaField : null;
    }

    private static T? FindIn<T>(MemberCollection<T> members, string name)
        where T : TypeSystemMember => members.TryGetValue(name, out var member) ? member : null;
}
