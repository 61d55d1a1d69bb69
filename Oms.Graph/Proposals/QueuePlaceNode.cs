using Oms.Domain.Merging;
using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>QueuePlace</c>.</summary>
internal sealed class QueuePlaceNode(QueueEntry entry, int position)
{
    public int Position => position;

    public string By => entry.By;

    public DateTimeOffset At => entry.At;

    public MergeStrategy Strategy => entry.Strategy;
}
