using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>BranchUpdate</c>.</summary>
internal sealed class BranchUpdate : BranchMessage
{
    private BranchUpdate(EventRecord record, string? before, string after, int changes)
        : base(record)
    {
        HeadBefore = before;
        HeadAfter = after;
        ChangeCount = changes;
    }

    public bool IsNew => HeadBefore is null;

    public string? HeadBefore { get; }

    public string HeadAfter { get; }

    public int ChangeCount { get; }

    public async Task<CommitNode?> GetCommitAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        await registry.GetCommitAsync(ObjectHash.Trusted(HeadAfter), cancellationToken) is { } commit ? new(commit) : null;

    /// <summary>Reads a branch that was made, or one that has a new head.</summary>
    internal static BranchUpdate Of(EventRecord record)
    {
        if (record.Type == EventTypes.BranchCreated)
            return new(record, null, Read<BranchCreatedData>(record).Head, 0);
        var data = Read<BranchUpdatedData>(record);
        return new(record, data.HeadBefore, data.HeadAfter, data.ChangeCount);
    }
}
