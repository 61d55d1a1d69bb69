using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>A document that was read and validated, with its compiled operations; or what is wrong with it.</summary>
/// <param name="Node">The document; null when it can not be read.</param>
/// <param name="Errors">What is wrong; empty for a valid document.</param>
internal sealed record PreparedDocument(DocumentNode? Node, ImmutableArray<GraphQLError> Errors)
{
    /// <summary>The operations that were asked for so far, by name; the empty string for the only one.</summary>
    public ConcurrentDictionary<string, PreparedOperation> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Picks the operation (spec 6.1.1); null when there is none of that name, or the name is missing.</summary>
    public OperationDefinitionNode? Find(string? name)
    {
        OperationDefinitionNode? found = null;
        foreach (var operation in Node!.Definitions.OfType<OperationDefinitionNode>())
        {
            if (name is not null && operation.Name?.Value == name)
                return operation;
            if (name is not null)
                continue;
            if (found is not null)
                return null;
            found = operation;
        }

        return found;
    }
}
