using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Graph.Events;

namespace Oms.Graph.Proposals;

/// <summary>
/// Holds proposals against what they would do now whenever one of their branches moved, so that what people see follows the content. Several
/// servers may do it at once: the document's version lets one of them win.
/// </summary>
internal sealed class ProposalWatch(ProposalCommand command, BranchNews news, ILogger<ProposalWatch> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var branches in news.BatchesAsync(Pick, stoppingToken))
            await TryAsync(branches, stoppingToken);
    }

    private static BranchName? Pick(LoggedEvent entry) => entry.Record is
    {
        Type: EventTypes.BranchUpdated or EventTypes.BranchPolicyChanged or EventTypes.BranchProtectionChanged, Branch: { } branch,
    }
        ? BranchName.Trusted(branch)
        : null;

    private async ValueTask TryAsync(IReadOnlySet<BranchName>? branches, CancellationToken cancellationToken)
    {
        try
        {
            await command.ReassessAsync(branches, cancellationToken);
        }
        catch (StoreException e)
        {
            // A merge judges anew whatever is seen here; the next event of the branch tries again.
            log.LogWarning(e, "proposals could not be held against their branches: {Code}", e.Code);
        }
    }
}
