using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import.GraphQl;

/// <summary>
/// What a GraphQL schema says, as definitions of the registry. Object types and inputs become object types, interfaces and unions
/// interfaces, enums and scalars value types; a field of values becomes a property, one that leads to a type with fields a link type, one
/// with arguments a function type besides; the fields of the roots become function types, those of the mutation root action types. Ids
/// follow from the names in the schema, so that the next release meets what the last one made. Whatever the registry has no place for is in
/// <see cref="ImportedVocabulary.Unmapped"/> with its line.
/// </summary>
public static class GraphQlImport
{
    /// <summary>Maps a schema. Pure; equal schemas give equal definitions.</summary>
    /// <param name="schema">The schema.</param>
    public static ImportedVocabulary Map(GraphQlSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var words = new GraphQlWords(schema);
        var types = new GraphQlTypes(schema, words);
        var values = new GraphQlValueTypes(words);
        var contracts = new GraphQlContracts(schema, words);
        var fields = new GraphQlFields(schema, words, types);
        var elements = ImmutableArray.CreateBuilder<Element>();
        foreach (var type in words.ByName(schema.Types))
            switch (type.Kind)
            {
                case GraphQlTypeKind.Enum or GraphQlTypeKind.Scalar:
                    elements.Add(values.Of(type));
                    break;
                case GraphQlTypeKind.InputObject:
                    elements.Add(fields.InputOf(type));
                    break;
                case GraphQlTypeKind.Union:
                    elements.Add(contracts.UnionOf(type));
                    break;
                case GraphQlTypeKind.Interface:
                    elements.Add(contracts.Of(type, fields.PropertiesOf(type)));
                    elements.AddRange(fields.Beside(type));
                    break;
                default:
                    if (!schema.IsRoot(type.Name))
                        elements.Add(fields.Of(type, contracts.Of(type)));
                    elements.AddRange(fields.Beside(type));
                    break;
            }

        if (types.UsesId)
            elements.Add(values.Id());
        words.Leftovers();
        return new ImportedVocabulary(elements.ToImmutable(), words.Unmapped) { IsWhole = true };
    }
}
