using Oms.Domain.Locks;
using Oms.Domain.Ontology;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>LockScope</c>.</summary>
internal sealed class LockScopeNode(LockScope scope)
{
    public ElementKind? Kind => scope.Kind;

    public string? Element => scope.Element?.Value;

    internal static IReadOnlyList<LockScopeNode> Of(IEnumerable<LockScope> scopes) => [.. scopes.Select(s => new LockScopeNode(s))];
}
