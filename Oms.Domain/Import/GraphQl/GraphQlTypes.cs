using System.Collections.Frozen;
using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.GraphQl;

/// <summary>The types of fields and arguments as those of the registry.</summary>
internal sealed class GraphQlTypes(GraphQlSchema schema, GraphQlWords words)
{
    private const int MaxTag = Limits.TagLength;

    private static readonly FrozenDictionary<string, string> DataTypes = new Dictionary<string, string>
    {
        ["Int"] = "integer", ["Float"] = "double", ["String"] = "string", ["Boolean"] = "boolean",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Scalars = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["DateTime"] = "timestamp", ["Date"] = "date", ["Time"] = "time", ["Long"] = "long", ["BigInt"] = "long", ["Int64"] = "long",
        ["Decimal"] = "decimal", ["JSON"] = "json", ["JSONObject"] = "json", ["JSONString"] = "json", ["Any"] = "json", ["_Any"] = "json",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<ElementId, GraphQlType> byId = schema.Types.Values
        .Where(t => t.Kind is GraphQlTypeKind.Enum or GraphQlTypeKind.Scalar)
        .ToDictionary(t => GraphQlWords.IdOf(ElementKind.ValueType, t.Name));

    /// <summary>True when something asked for the type ID.</summary>
    internal bool UsesId { get; private set; }

    /// <summary>The data type beneath a scalar of the schema's own; a text where its name does not tell.</summary>
    internal static string BaseOf(string scalar) => Scalars.GetValueOrDefault(scalar) ?? "string";

    /// <summary>True for a type whose values have fields, so that a field of it leads there.</summary>
    internal bool LeadsOn(string type) => schema.Types.GetValueOrDefault(GraphQlTypeText.Named(type).ToString()) is
    { Kind: GraphQlTypeKind.Object or GraphQlTypeKind.Interface or GraphQlTypeKind.Union };

    /// <summary>The type; null where it names none that there is, which is told.</summary>
    internal TypeRef? Of(string type, string subject, int line)
    {
        var name = GraphQlTypeText.Named(type).ToString();
        if (Named(name) is not { } made)
        {
            words.NoPlace(subject, $"There is no type '{name}'.", line);
            return null;
        }

        var depth = 0;
        for (ReadOnlySpan<char> rest = GraphQlTypeText.Nullable(type); GraphQlTypeText.IsList(rest); rest = GraphQlTypeText.Nullable(GraphQlTypeText.Items(rest)))
        {
            if (!GraphQlTypeText.IsNonNull(GraphQlTypeText.Items(rest)))
                words.NoPlace(subject, $"Its type is {type}; there is no place for an item that may be null.", line);
            if (++depth >= Limits.TypeDepth)
            {
                words.NoPlace(subject, $"Its type is {type}; there is no place for so many lists in lists.", line);
                return null;
            }

            made = TypeRef.ArrayOf(made);
        }

        return made;
    }

    /// <summary>A tag that keeps a type as it is written where the definition can not say all of it; empty where it does not fit, which is told.</summary>
    internal ImmutableArray<string> Tag(string type, string subject, int line)
    {
        var tag = $"graphql-type {type}";
        if (tag.Length <= MaxTag)
            return [tag];
        words.NoPlace(subject, $"Its type is {type}; which parts of it may be null has no place.", line);
        return [];
    }

    /// <summary>A default as JSON; null where there is none, or none that has a place, which is told.</summary>
    internal JsonLiteral? Default(GraphQlInputValue value, TypeRef? type, string subject)
    {
        if (value.Default is not { Kind: not GraphQlValueKind.Null } given || type is null)
            return null;
        if (GraphQlLiterals.Of(given, type, byId.GetValueOrDefault) is { } literal)
            return CanonicalJson.Literal(literal);
        words.NoPlace(subject, $"Its default {given.Shown} has no place.", value.Line);
        return null;
    }

    private TypeRef? Named(string name)
    {
        if (DataTypes.TryGetValue(name, out var data))
            return TypeRef.Data(data);
        if (name == "ID")
        {
            UsesId = true;
            return new TypeRef { ValueType = GraphQlWords.IdOf(ElementKind.ValueType, name) };
        }

        return schema.Types.GetValueOrDefault(name)?.Kind switch
        {
            GraphQlTypeKind.Enum or GraphQlTypeKind.Scalar => new TypeRef { ValueType = GraphQlWords.IdOf(ElementKind.ValueType, name) },
            GraphQlTypeKind.InputObject => new TypeRef { ObjectType = GraphQlWords.IdOf(ElementKind.ObjectType, name) },
            GraphQlTypeKind.Object when !schema.IsRoot(name) => new TypeRef { ObjectType = GraphQlWords.IdOf(ElementKind.ObjectType, name) },
            null => null,
            // A reference names an object type; which interface, union or root it leads to is in the tag of what has it.
            _ => TypeRef.Data("reference"),
        };
    }
}
