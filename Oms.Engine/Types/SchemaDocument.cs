using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>All definitions a schema is made of, sorted for the rules and the assembly.</summary>
internal sealed class SchemaDocument
{
    public SchemaDocument(IReadOnlyList<DefinitionNode> definitions, IReadOnlyList<DefinitionNode> defaults)
    {
        Definitions = definitions;
        TypeDefinitions = [.. definitions.OfType<TypeDefinitionNode>()];
        TypeExtensions = definitions.OfType<TypeExtensionNode>().ToLookup(e => e.Name.Value, StringComparer.Ordinal);
        DirectiveDefinitions = [.. definitions.OfType<DirectiveDefinitionNode>()];
        SchemaDefinitions = [.. definitions.OfType<SchemaDefinitionNode>()];
        SchemaExtensions = [.. definitions.OfType<SchemaExtensionNode>()];
        var ownTypes = TypeDefinitions.Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);
        DefaultTypes = [.. defaults.OfType<TypeDefinitionNode>().Where(d => !ownTypes.Contains(d.Name.Value)).DistinctBy(d => d.Name.Value)];
        var ownDirectives = DirectiveDefinitions.Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);
        DefaultDirectives =
        [
            .. defaults.Concat(BuiltInDefinitions.Directives.Definitions).OfType<DirectiveDefinitionNode>()
                .Where(d => !ownDirectives.Contains(d.Name.Value)).DistinctBy(d => d.Name.Value),
        ];
    }

    /// <summary>What the documents say, in order.</summary>
    public IReadOnlyList<DefinitionNode> Definitions { get; }

    public ImmutableArray<TypeDefinitionNode> TypeDefinitions { get; }

    /// <summary>Type extensions by the name of the type they extend.</summary>
    public ILookup<string, TypeExtensionNode> TypeExtensions { get; }

    public ImmutableArray<DirectiveDefinitionNode> DirectiveDefinitions { get; }

    public ImmutableArray<SchemaDefinitionNode> SchemaDefinitions { get; }

    public ImmutableArray<SchemaExtensionNode> SchemaExtensions { get; }

    /// <summary>Types that hold because the documents define none of their name.</summary>
    public ImmutableArray<TypeDefinitionNode> DefaultTypes { get; }

    /// <summary>Directives that hold because the documents define none of their name: the specified ones, and the host's.</summary>
    public ImmutableArray<DirectiveDefinitionNode> DefaultDirectives { get; }
}
