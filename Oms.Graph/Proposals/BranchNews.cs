using System.Runtime.CompilerServices;
using Oms.Domain.Branches;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>
/// Which branches something happened to, gathered: whoever works slower than events come gets them together, and each branch once. So a burst of
/// commits costs as much work as its last one.
/// </summary>
internal sealed class BranchNews(OntologyRegistry registry, EventFeed feed, TimeProvider time)
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    /// <summary>First null, which stands for all branches, as it does after a gap in the log; then what happened since.</summary>
    /// <param name="pick">The branch that an event is about; null for an event of no interest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<IReadOnlySet<BranchName>?> BatchesAsync(
        Func<LoggedEvent, BranchName?> pick, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gathered = new Gathered();
        var hearing = HearAsync(gathered, pick, await registry.Store.GetLastSequenceAsync(cancellationToken), cancellationToken);
        yield return null;
        while (true)
        {
            var next = gathered.Bell.Next;
            if (gathered.IsEmpty && await Task.WhenAny(next, hearing) == hearing)
                await hearing;
            await Task.Delay(Gathering, time, cancellationToken);
            if (!gathered.IsEmpty)
                yield return gathered.Take();
        }
    }

    private async Task HearAsync(Gathered gathered, Func<LoggedEvent, BranchName?> pick, long seen, CancellationToken cancellationToken)
    {
        await foreach (var item in feed.ReadAsync(seen, cancellationToken))
            if (item.Entry is null)
                gathered.AddAll();
            else if (pick(item.Entry) is { } branch)
                gathered.Add(branch);
    }

    private sealed class Gathered
    {
        private readonly System.Threading.Lock gate = new();
        private HashSet<BranchName> branches = [];
        private bool all;

        internal Doorbell Bell { get; } = new();

        internal bool IsEmpty
        {
            get
            {
                lock (gate)
                    return !all && branches.Count == 0;
            }
        }

        internal void Add(BranchName branch)
        {
            lock (gate)
                branches.Add(branch);
            Bell.Ring();
        }

        internal void AddAll()
        {
            lock (gate)
                all = true;
            Bell.Ring();
        }

        internal HashSet<BranchName>? Take()
        {
            lock (gate)
            {
                var taken = all ? null : branches;
                (branches, all) = ([], false);
                return taken;
            }
        }
    }
}
