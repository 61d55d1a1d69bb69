namespace Oms.Graph.Registry;

/// <summary>
/// Ends locks whose time is over by the store's clock. While the store is away writers are told so themselves, and an overdue lock counts as none.
/// </summary>
internal sealed class LockExpirySweep(OntologyRegistry registry, StoreClock clock, TimeProvider time, ILogger<LockExpirySweep> log) : Sweep(time, log)
{
    /// <inheritdoc/>
    protected override string Overdue => "locks past their end";

    /// <inheritdoc/>
    protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await clock.RefreshAsync(cancellationToken);
        await registry.EndLocksAsync(cancellationToken);
    }
}
