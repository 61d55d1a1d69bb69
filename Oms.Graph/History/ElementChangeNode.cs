using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Graph.History;

/// <summary>GraphQL type <c>ElementChange</c>.</summary>
internal sealed class ElementChangeNode
{
    private readonly ElementChange change;
    private readonly DefinitionBatch definitions;

    internal ElementChangeNode(ElementChange change, DefinitionBatch definitions)
    {
        this.change = change;
        this.definitions = definitions;
        definitions.Want(change.Before);
        definitions.Want(change.After);
    }

    public ChangeOperation Operation => change.Operation;

    public ElementKind? Kind => change.Element.Kind;

    public string StableId => change.Element.Value;

    public string Name => change.Name;

    public string? HashBefore => change.Before.IsEmpty ? null : change.Before.Value;

    public string? HashAfter => change.After.IsEmpty ? null : change.After.Value;

    public async Task<JsonLiteral?> GetBeforeAsync(CancellationToken cancellationToken) =>
        await definitions.ReadAsync(change.Before, cancellationToken);

    public async Task<JsonLiteral?> GetAfterAsync(CancellationToken cancellationToken) =>
        await definitions.ReadAsync(change.After, cancellationToken);
}
