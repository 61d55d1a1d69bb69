using System.Collections.Immutable;
using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>Mergeability</c>.</summary>
internal sealed class MergeabilityNode(ImmutableArray<MergeObstacle> obstacles)
{
    public bool IsMergeable => obstacles.IsEmpty;

    public IReadOnlyList<MergeObstacle> Obstacles => obstacles;
}
