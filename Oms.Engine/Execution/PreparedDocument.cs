using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A document that was read and validated, with its compiled operations; or what is wrong with it.</summary>
internal sealed class PreparedDocument
{
    private readonly OperationDefinitionNode[] operations;
    private readonly PreparedOperation?[] prepared;

    /// <summary>A document.</summary>
    /// <param name="node">The document; null when it can not be read.</param>
    /// <param name="errors">What is wrong; empty for a valid document.</param>
    public PreparedDocument(DocumentNode? node, ImmutableArray<GraphQLError> errors)
    {
        Node = node;
        Errors = errors;
        operations = node is null ? [] : [.. node.Definitions.OfType<OperationDefinitionNode>()];
        prepared = new PreparedOperation?[operations.Length];
    }

    /// <summary>The document; null when it can not be read.</summary>
    public DocumentNode? Node { get; }

    /// <summary>What is wrong; empty for a valid document.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    /// <summary>The errors for whoever may not ask for the schema; empty when the document does not.</summary>
    public ImmutableArray<GraphQLError> IntrospectionRefusals { get; init; } = [];

    /// <summary>Picks the operation (spec 6.1.1); null when there is none of that name, or the name is missing.</summary>
    /// <param name="name">The name; null for the only operation.</param>
    /// <param name="binding">The schema it is prepared for.</param>
    public PreparedOperation? Find(string? name, SchemaBinding binding)
    {
        var index = name is null ? operations.Length == 1 ? 0 : -1 : IndexOf(name);
        if (index < 0)
            return null;
        // Two requests may prepare the same operation at once; one of the two is kept.
        return prepared[index] ?? Interlocked.CompareExchange(ref prepared[index], Prepare(operations[index], binding), null) ?? prepared[index];
    }

    private PreparedOperation Prepare(OperationDefinitionNode operation, SchemaBinding binding) => new(binding, Node!, operation)
    {
        InParts = Incremental.IncrementalDirectives.AreUsed(binding.Schema, Node!) ? new PreparedOperation(binding, Node!, operation, isInParts: true) : null,
    };

    private int IndexOf(string name)
    {
        for (var i = 0; i < operations.Length; i++)
            if (operations[i].Name?.Value == name)
                return i;
        return -1;
    }
}
