using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Engine.Language;

namespace Oms.Graph.Import.GraphQl;

/// <summary>Gathers the definitions of documents, merges extensions into what they extend, and makes one schema of all.</summary>
internal sealed class GraphQlGathering
{
    private static readonly HashSet<string> OwnTypes = new(StringComparer.Ordinal)
    {
        "Int", "Float", "String", "Boolean", "ID",
        "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
    };

    private static readonly HashSet<string> OwnDirectives = new(StringComparer.Ordinal) { "include", "skip", "deprecated", "specifiedBy", "oneOf" };

    private readonly Dictionary<string, TypeDefinitionNode> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeExtensionNode>> extensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinitionNode> directives = new(StringComparer.Ordinal);
    private readonly List<SchemaExtensionNode> schemaExtensions = [];
    private readonly List<Unmapped> letPass = [];
    private SchemaDefinitionNode? schema;

    /// <summary>True while nothing was taken that a schema could be made of.</summary>
    internal bool IsEmpty => types.Count == 0 && directives.Count == 0 && schema is null;

    /// <summary>Takes a definition; false for one that is not of a schema.</summary>
    internal bool Take(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode node:
                Note(schema is not null, node, "schema", "The schema is defined twice; the last definition was read.");
                schema = node;
                break;
            case SchemaExtensionNode node:
                schemaExtensions.Add(node);
                break;
            case TypeDefinitionNode node:
                if (OwnTypes.Contains(node.Name.Value))
                    break;
                Note(types.ContainsKey(node.Name.Value), node, node.Name.Value, "The type is defined twice; the last definition was read.");
                types[node.Name.Value] = node;
                break;
            case TypeExtensionNode node:
                Extend(node);
                break;
            case DirectiveDefinitionNode node:
                if (OwnDirectives.Contains(node.Name.Value))
                    break;
                Note(directives.ContainsKey(node.Name.Value), node, $"@{node.Name.Value}", "The directive is defined twice; the last definition was read.");
                directives[node.Name.Value] = node;
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>The schema of all that was taken.</summary>
    internal GraphQlSchema Finish()
    {
        var names = new GraphQlNames(letPass);
        foreach (var (name, stray) in extensions.Where(e => !types.ContainsKey(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal))
            foreach (var node in stray)
                letPass.Add(new Unmapped(name, "There is no such type to extend; the extension was left out.", node.Location.Line));
        var made = types.Values
            .Select(t => names.Type(t, extensions.GetValueOrDefault(t.Name.Value) ?? []))
            .ToImmutableDictionary(t => t.Name, StringComparer.Ordinal);
        return new GraphQlSchema
        {
            Description = schema?.Description?.Value,
            Query = Root(OperationType.Query, "Query"),
            Mutation = Root(OperationType.Mutation, "Mutation"),
            Subscription = Root(OperationType.Subscription, "Subscription"),
            Directives = [.. GraphQlNames.Uses(schema?.Directives ?? []), .. schemaExtensions.SelectMany(e => GraphQlNames.Uses(e.Directives))],
            Types = made,
            DirectiveDefinitions = directives.Values.Select(names.Directive).ToImmutableDictionary(d => d.Name, StringComparer.Ordinal),
            LetPass = [.. letPass],
        };
    }

    private void Extend(TypeExtensionNode node)
    {
        if (!extensions.TryGetValue(node.Name.Value, out var known))
            extensions[node.Name.Value] = known = [];
        known.Add(node);
    }

    // Where no schema is defined, types of these names are its roots (GraphQL specification, section 3.3.1).
    private string? Root(OperationType operation, string byName)
    {
        var stated = schema?.OperationTypes.LastOrDefault(o => o.Operation == operation)
            ?? schemaExtensions.SelectMany(e => e.OperationTypes).LastOrDefault(o => o.Operation == operation);
        return stated?.Type.Name.Value ?? (schema is null && types.ContainsKey(byName) ? byName : null);
    }

    private void Note(bool isTwice, SyntaxNode node, string subject, string reason)
    {
        if (isTwice)
            letPass.Add(new Unmapped(subject, reason, node.Location.Line));
    }
}
