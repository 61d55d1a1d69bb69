using System.Text;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Graph.Branches;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>What every message about a branch has.</summary>
internal abstract class BranchMessage(EventRecord record)
{
    public long Sequence => record.Sequence;

    public DateTimeOffset Time => record.Time;

    public string Author => record.Author;

    public string CorrelationId => record.CorrelationId;

    public string BranchName => record.Branch!;

    public async Task<BranchNode?> GetBranchAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        await registry.GetBranchAsync(Domain.Branches.BranchName.Trusted(BranchName), cancellationToken) is { } branch ? new(branch) : null;

    /// <summary>The data of an event of the log.</summary>
    protected static TData Read<TData>(EventRecord record) => CanonicalJson.Read<TData>(Encoding.UTF8.GetBytes(record.Data.Text));
}
