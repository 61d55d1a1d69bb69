using System.Collections.Immutable;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>What rules of the server's own share while they look at one document.</summary>
public sealed class DocumentValidatorContext
{
    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();
    private readonly DocumentNode document;
    private Dictionary<string, FragmentDefinitionNode>? fragments;

    internal DocumentValidatorContext(Schema schema, DocumentNode document, OperationRequest? request, int maxAllowedErrors)
    {
        Schema = schema;
        this.document = document;
        Request = request;
        MaxAllowedErrors = maxAllowedErrors;
    }

    /// <summary>The schema; where callers see only what they may use, that of the caller.</summary>
    public Schema Schema { get; }

    /// <summary>The request that brought the document; null for rules whose verdict is kept for all requests (<see cref="IDocumentValidatorRule.IsCacheable"/>).</summary>
    public OperationRequest? Request { get; }

    /// <summary>After how many errors nothing more is asked; see <see cref="ValidationOptions.MaxAllowedErrors"/>.</summary>
    public int MaxAllowedErrors { get; }

    /// <summary>Whether an error was reported.</summary>
    public bool HasErrors => errors.Count > 0;

    /// <summary>Whether so many were that nobody hears of another.</summary>
    internal bool IsFull => errors.Count >= MaxAllowedErrors;

    /// <summary>Refuses the document.</summary>
    /// <param name="error">Why; beyond <see cref="MaxAllowedErrors"/> it is dropped.</param>
    public void ReportError(GraphQLError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (!IsFull)
            errors.Add(error);
    }

    /// <summary>A fragment of the document.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The fragment; null when the document has none of that name.</returns>
    public FragmentDefinitionNode? FindFragment(string name) =>
        (fragments ??= document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value, StringComparer.Ordinal)).GetValueOrDefault(name);

    internal ImmutableArray<GraphQLError> ToErrors() => errors.ToImmutable();
}
