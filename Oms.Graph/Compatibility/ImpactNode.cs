using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Graph.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>Impact</c>.</summary>
internal sealed class ImpactNode(Revision revision, Element element, ImmutableArray<ImpactedElement> users)
{
    private const int Most = 1_000;

    public string Element => element.Id.Value;

    public string Name => element.Name;

    public int Count(ElementKind? kind) => users.Count(u => kind is null || u.Element.Kind == kind);

    public IReadOnlyList<ImpactedElementNode> GetUsers(ElementKind? kind, int first) =>
        [.. users.Where(u => kind is null || u.Element.Kind == kind).Take(Math.Clamp(first, 0, Most)).Select(u => new ImpactedElementNode(u))];

    public async Task<BranchImpactNode> GetBranchesAsync(BranchImpact impact, CancellationToken cancellationToken) =>
        await impact.ReadAsync(revision, element.Id, cancellationToken);
}
