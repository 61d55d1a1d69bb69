using System.Collections.Immutable;
using System.Diagnostics;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Benchmarks;

/// <summary>Measures what the locks of a branch cost a commit, in the process itself.</summary>
internal sealed class LockCheckBenchmark : IBenchmark
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ObjectHash Hash = ObjectHash.Of("element"u8);

    /// <inheritdoc/>
    public string Name => "lock-check";

    /// <inheritdoc/>
    public string Question => "What does the check of locks cost a commit on the write path?";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        var writer = new CommandContext(new Actor("ann", [Role.Developer]), Noon, "bench", Guid.NewGuid);
        (string What, Branch Branch, ImmutableArray<ElementChange> Changes)[] cases =
        [
            ("no lock, 1 element", WithLocks(0), Elements(1)),
            ("100 locks of elements, 1 element", WithLocks(100), Elements(1)),
            ("100 locks of elements, 1,000 elements", WithLocks(100), Elements(1_000)),
        ];
        var runs = cases.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < (options.Quick ? 5 : 15); round++)
            for (var i = 0; i < cases.Length; i++)
            {
                var (_, branch, changes) = cases[i];
                var watch = Stopwatch.StartNew();
                const int Times = 2_000;
                for (var n = 0; n < Times; n++)
                    if (WriteCheck(writer, branch, changes) is { } refusal)
                        throw new InvalidOperationException(refusal);
                // The first rounds are compiled on the way.
                if (round >= 2)
                    runs[i].Add(watch.Elapsed.TotalMicroseconds / Times);
            }

        return Task.FromResult<IReadOnlyList<Figure>>([.. cases.Select((c, i) => Figure.Median(c.What, "us", runs[i]))]);
    }

    private static string? WriteCheck(CommandContext writer, Branch branch, ImmutableArray<ElementChange> changes) =>
        LockExpiry.IsDue(branch, writer.Now) ? "overdue" : WriteAccess.Check(writer, branch, null, changes)?.Message;

    private static Branch WithLocks(int count) => new()
    {
        Name = BranchName.Main,
        Head = Hash,
        Locks = [.. Enumerable.Range(1, count).Select(i => new Lock
        {
            Id = $"{i}",
            Scopes = [LockScope.Of(ElementId.Trusted($"ot-locked-{i}"))],
            Holder = "bob",
            Reason = "bench",
            AcquiredAt = Noon,
            ExpiresAt = Noon.AddHours(1),
            FencingToken = i,
        })],
    };

    private static ImmutableArray<ElementChange> Elements(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ElementChange(ElementId.Trusted($"ot-free-{i}"), ChangeOperation.Update, "Free", Hash, Hash))];
}
