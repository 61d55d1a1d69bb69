using Oms.Domain.History;
using Oms.Domain.Merging;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>ConflictCause</c>.</summary>
internal sealed class CauseNode(Cause cause)
{
    public MergeSide Side => cause.Side;

    public ChangeOperation Operation => cause.Operation;

    public string Element => cause.Element.Value;

    public string Name => cause.Name;
}
