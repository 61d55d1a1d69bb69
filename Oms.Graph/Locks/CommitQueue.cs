using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Merging;
using Oms.Domain.Storage;
using Oms.Graph.Compatibility;
using Oms.Graph.Registry;

namespace Oms.Graph.Locks;

/// <summary>The commits that wait for the end of a lock.</summary>
internal sealed class CommitQueue(OntologyRegistry registry, ChangeGate gate)
{
    /// <summary>Those of a branch (null: of all), in the order of queueing, each with its version.</summary>
    internal async ValueTask<ImmutableArray<(QueuedCommit Queued, long Version)>> ReadAsync(
        string? branch, QueuedCommitStatus? status, int count, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(QueuedCommit, long)>();
        await foreach (var document in registry.Store.ReadDocumentsAsync(QueuedCommit.DocumentKind, branch is null ? null : QueuedCommit.PrefixOf(branch), cancellationToken))
        {
            var queued = CanonicalJson.Read<QueuedCommit>(document.Content.Span);
            if (found.Count == count || (branch is not null && queued.Branch != branch))
                break;
            if (status is null || queued.Status == status)
                found.Add((queued, document.Version));
        }

        return found.ToImmutable();
    }

    /// <summary>One of them with its version; null when there is none of this id.</summary>
    internal async ValueTask<(QueuedCommit Queued, long Version)?> FindAsync(string branch, string id, CancellationToken cancellationToken) =>
        await registry.Store.GetDocumentAsync(QueuedCommit.DocumentKind, QueuedCommit.PrefixOf(branch) + id, cancellationToken) is { } kept
            ? (CanonicalJson.Read<QueuedCommit>(kept.Content.Span), kept.Version)
            : null;

    /// <summary>How many wait on a branch.</summary>
    internal async ValueTask<int> CountAsync(BranchName branch, CancellationToken cancellationToken) =>
        (await ReadAsync(branch.Value, QueuedCommitStatus.Waiting, QueuedCommit.MaxWaiting, cancellationToken)).Length;

    /// <summary>
    /// Applies or returns what waits on a branch and is not locked any more, in the order of queueing. Safe to call again and from several
    /// servers at once: each is settled in the transaction of its effect.
    /// </summary>
    /// <exception cref="StoreException">The store failed; try again.</exception>
    internal async ValueTask SettleAsync(BranchName name, CancellationToken cancellationToken)
    {
        foreach (var (queued, version) in await ReadAsync(name.Value, QueuedCommitStatus.Waiting, QueuedCommit.MaxWaiting, cancellationToken))
            await SettleAsync(name, new SettleQueuedCommit(queued, version), cancellationToken);
    }

    private async ValueTask SettleAsync(BranchName name, SettleQueuedCommit command, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < registry.Options.MaxAttempts; tries++)
        {
            var branch = await registry.GetCurrentBranchAsync(name, cancellationToken) ?? throw Damaged(name.Value);
            var head = await registry.GetCommitAsync(branch.Head, cancellationToken) ?? throw Damaged(branch.Head.Value);
            var ours = await SnapshotAsync(branch.Head, cancellationToken);
            var result = ThreeWayMerge.Run(await SnapshotAsync(command.Queued.Base, cancellationToken), ours, await SnapshotAsync(command.Queued.Commit, cancellationToken));
            var context = registry.ContextFor(command.Queued.Author, $"queue-{command.Queued.Id}");
            if (command.Decide(context, branch, head, ours, result, registry.Options.Issues) is not var (change, after))
                return;

            // However content comes onto a branch, the branch's rules are asked.
            if (after is not null && await gate.CheckAsync(context, branch, ours, after, cancellationToken) is { Refusals: { IsEmpty: false } refusals })
                (change, after) = (command.Return(context, refusals, []), null);

            // Another server that was faster has moved the document: then it is settled.
            if (await registry.WriteAsync(change, after) is CommitOutcome.Committed or CommitOutcome.DocumentMoved)
                return;
        }

        throw new StoreException("WRITE_CONTENDED", $"a queued commit of '{name}' met other writes {registry.Options.MaxAttempts} times");
    }

    private async ValueTask<Domain.Ontology.Snapshot> SnapshotAsync(ObjectHash commit, CancellationToken cancellationToken) =>
        await registry.GetSnapshotAsync(commit, cancellationToken) ?? throw Damaged(commit.Value);

    private static StoreException Damaged(string what) => new("STORE_DAMAGED", $"{what} is missing");
}
