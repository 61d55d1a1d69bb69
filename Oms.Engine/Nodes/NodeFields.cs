using System.Globalization;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Nodes;

/// <summary>Gives a schema the interface <c>Node</c> and the fields <c>node</c> and <c>nodes</c>, where its documents have none of that name.</summary>
/// <param name="options">How objects are fetched.</param>
internal sealed class NodeFields(GlobalObjectIdentificationOptions options)
{
    /// <summary>The interface of what can be fetched by its id.</summary>
    public const string Interface = "Node";

    /// <summary>Fetches one.</summary>
    public const string One = "node";

    /// <summary>Fetches several.</summary>
    public const string Many = "nodes";

    /// <summary>Adds what is missing.</summary>
    /// <param name="definitions">What the documents say.</param>
    /// <param name="defaults">Gets the interface.</param>
    /// <param name="errors">Gets nothing.</param>
    /// <returns>The definitions with the fields.</returns>
    public IReadOnlyList<DefinitionNode> Expand(IReadOnlyList<DefinitionNode> definitions, List<DefinitionNode> defaults, List<SchemaError> errors)
    {
        defaults.AddRange(Parse("\"What can be fetched by its id.\" interface Node { \"The id, which no other object has.\" id: ID! }").Definitions);
        var root = definitions.OfType<IHasOperationTypes>().SelectMany(d => d.OperationTypes).FirstOrDefault(o => o.Operation == OperationType.Query)?.Type.Name.Value ?? "Query";
        var known = definitions.Where(d => d is IHasFields && d is IHasName named && named.Name.Value == root)
            .SelectMany(d => ((IHasFields)d).Fields).Select(f => f.Name.Value).ToHashSet(StringComparer.Ordinal);
        List<string> fields = [];
        if (!known.Contains(One))
            fields.Add("\"An object by its id; null where there is none.\" node(\"The id.\" id: ID!): Node");
        if (options.AddNodesField && !known.Contains(Many))
            fields.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"\"Objects by their ids, in the order of these; null where there is none.\" nodes(\"At most {options.MaxAllowedNodeBatchSize} ids.\" ids: [ID!]!): [Node]! @listSize(slicingArguments: [\"ids\"], requireOneSlicingArgument: false)"));
        return fields.Count == 0 ? definitions : [.. definitions, .. Parse($"extend type {root} {{ {string.Join(' ', fields)} }}").Definitions];
    }

    private static DocumentNode Parse(string sdl) => Parser.ParseDocument(new Source(sdl, "generated"), ParserOptions.TypeSystem);
}
