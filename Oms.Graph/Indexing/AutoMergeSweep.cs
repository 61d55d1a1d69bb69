using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>Gives up branches that asked to be merged by themselves and were not for too long.</summary>
internal sealed class AutoMergeSweep(AutoMergeCommand command, TimeProvider time, ILogger<AutoMergeSweep> log) : Sweep(time, log)
{
    /// <inheritdoc/>
    protected override string Overdue => "merges that something stood against for too long";

    /// <inheritdoc/>
    protected override ValueTask EndAsync(CancellationToken cancellationToken) => command.GiveUpOverdueAsync(cancellationToken);
}
