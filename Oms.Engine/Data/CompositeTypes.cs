using Oms.Engine.Language;

namespace Oms.Engine.Data;

/// <summary>What the definitions of a schema say about object types and interfaces, extensions included.</summary>
internal sealed class CompositeTypes
{
    private readonly ILookup<string, FieldDefinitionNode> fields;
    private readonly HashSet<string> closed;
    private readonly HashSet<string> leaves;
    private readonly HashSet<string> enums;

    /// <summary>Reads them.</summary>
    /// <param name="definitions">Definitions and extensions.</param>
    public CompositeTypes(IReadOnlyCollection<DefinitionNode> definitions)
    {
        var composite = definitions.Where(d => d is IHasFields and IHasName).ToArray();
        fields = composite.SelectMany(d => ((IHasFields)d).Fields, (d, f) => (((IHasName)d).Name.Value, f)).ToLookup(p => p.Value, p => p.f, StringComparer.Ordinal);
        closed = composite.Where(d => Has((IHasDirectives)d, "authorize")).Select(d => ((IHasName)d).Name.Value).ToHashSet(StringComparer.Ordinal);
        enums = definitions.OfType<EnumTypeDefinitionNode>().Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);
        leaves = ["Int", "Float", "String", "Boolean", "ID", .. enums, .. definitions.OfType<ScalarTypeDefinitionNode>().Select(d => d.Name.Value)];
    }

    /// <summary>The named type, and whether it stands in a list.</summary>
    public static (string Named, bool IsList) Unwrap(TypeNode type)
    {
        var isList = false;
        while (true)
        {
            switch (type)
            {
                case NonNullTypeNode nonNull:
                    type = nonNull.Type;
                    break;
                case ListTypeNode list:
                    (type, isList) = (list.Type, true);
                    break;
                default:
                    return (((NamedTypeNode)type).Name.Value, isList);
            }
        }
    }

    /// <summary>Whether a directive is applied.</summary>
    public static bool Has(IHasDirectives node, string name) => node.Directives.Any(d => d.Name.Value == name);

    /// <summary>Whether it is a scalar or enum.</summary>
    public bool IsLeaf(string type) => leaves.Contains(type);

    /// <summary>Whether it is an enum.</summary>
    public bool IsEnum(string type) => enums.Contains(type);

    /// <summary>Whether it says who may use it.</summary>
    public bool IsClosed(string type) => closed.Contains(type);

    /// <summary>Whether it has fields that everybody who got so far may read, and is no page of a connection.</summary>
    public bool IsOpen(string type) => fields.Contains(type) && !IsClosed(type) && !fields[type].Any(f => f.Name.Value is "edges" or "pageInfo");

    /// <summary>The fields that conditions may be put on.</summary>
    public IEnumerable<FieldDefinitionNode> ReadableFieldsOf(string type) =>
        fields[type].Where(f => f.Arguments.IsEmpty && !Has(f, "authorize")).DistinctBy(f => f.Name.Value);

    /// <summary>Whether a composite type has a field.</summary>
    public bool Has(string type, string field) => fields[type].Any(f => f.Name.Value == field);

    /// <summary>The type of the items that a field lists, itself or by the <c>nodes</c> or <c>edges</c> of a connection; null when it lists no composite type.</summary>
    public string? ItemOf(FieldDefinitionNode field)
    {
        var (named, isList) = Unwrap(field.Type);
        var item = isList ? named : TypeOf(named, "nodes") ?? (TypeOf(named, "edges") is { } edge ? TypeOf(edge, "node") : null);
        return item is not null && fields.Contains(item) ? item : null;
    }

    private string? TypeOf(string type, string field) => fields[type].FirstOrDefault(f => f.Name.Value == field) is { } found ? Unwrap(found.Type).Named : null;
}
