using Oms.Domain.Branches;
using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>BranchStateChange</c>.</summary>
internal sealed class BranchStateChange(EventRecord record) : BranchMessage(record)
{
    private readonly BranchStateChangedData data = Read<BranchStateChangedData>(record);

    public BranchState From => data.From;

    public BranchState To => data.To;

    public string Reason => data.Reason;

    public StateTrigger Trigger => data.Trigger;
}
