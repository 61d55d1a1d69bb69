using System.Diagnostics;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Registry;
using Oms.Storage.Sqlite;

namespace Oms.Benchmarks;

/// <summary>A registry in this process with many branches, to time the making of one more: decision, durable transaction, and the table in memory.</summary>
internal sealed class ManyBranches : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-branches-").FullName;
    private readonly UuidSource ids = new(TimeProvider.System);
    private readonly OntologyRegistry registry;
    private int made;

    private ManyBranches() =>
        registry = new OntologyRegistry(SqliteStore.Open(folder), TimeProvider.System, ids, new Doorbell(), new RegistryOptions());

    /// <summary>A registry that has this many branches beside <c>main</c>.</summary>
    internal static async Task<ManyBranches> MakeAsync(int count)
    {
        var many = new ManyBranches();
        await many.registry.OpenAsync(CancellationToken.None);
        // Together, so that they share syncs.
        while (many.made < count)
            await Task.WhenAll(Enumerable.Range(0, Math.Min(500, count - many.made)).Select(_ => many.CreateAsync()));
        return many;
    }

    /// <summary>Makes one more; the milliseconds that it took.</summary>
    internal async Task<double> CreateAsync()
    {
        var watch = Stopwatch.StartNew();
        var context = registry.ContextFor(new Actor("bench", [Role.Admin], null, null), "bench");
        var name = BranchName.Trusted($"many/b{Interlocked.Increment(ref made)}");
        var done = await registry.ExecuteAsync(context, name, new RefusedAttempt(TargetTypes.Branch, name.Value, "create"), DecideAsync, null, CancellationToken.None);
        return done.IsOk ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException(done.Refusals[0].Message);

        async ValueTask<Result<Decided<Branch>>> DecideAsync(CancellationToken cancellationToken)
        {
            var main = (await registry.LoadBranchAsync(BranchName.Main, cancellationToken))!;
            var change = new CreateBranch(name, string.Empty, main.Name, main.Head).Decide(context, await registry.LoadBranchAsync(name, cancellationToken), registry.Options.Branches);
            return change.IsOk ? new Decided<Branch>(change.Value, () => change.Value.Branches[0].Branch) : change.Refusals;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await registry.Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
