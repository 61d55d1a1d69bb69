using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Releases;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using Oms.Graph.Registry;
using Oms.Graph.Releases;

namespace Oms.Graph.Ontology;

/// <summary>
/// What one request reads: each branch is taken as it was when the request first touched it, so that all fields of an answer agree,
/// however many commits are made meanwhile. One per request.
/// </summary>
internal sealed class Pin(OntologyRegistry registry, CommitLookup commits, ReleaseLookup releases)
{
    private readonly ConcurrentDictionary<BranchName, Branch> branches = new();
    private readonly ConcurrentDictionary<(BranchName, ObjectHash, bool), Revision> revisions = new();

    /// <summary>A branch; null when there is none of this name.</summary>
    internal async ValueTask<Branch?> FindAsync(BranchName name, CancellationToken cancellationToken)
    {
        if (branches.TryGetValue(name, out var pinned))
            return pinned;
        return await registry.GetBranchAsync(name, cancellationToken) is { } branch ? branches.GetOrAdd(name, branch) : null;
    }

    /// <summary>A branch by the text of a client; null when there is none of this name.</summary>
    internal ValueTask<Branch?> FindAsync(string name, CancellationToken cancellationToken) =>
        BranchName.TryParse(name, out var parsed) ? FindAsync(parsed, cancellationToken) : new((Branch?)null);

    /// <summary>A branch by the text of a client; error BRANCH_NOT_FOUND when there is none of this name.</summary>
    internal async ValueTask<Branch> GetAsync(string name, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) ?? throw QueryError.Of(
            QueryError.BranchNotFound, $"There is no branch `{ElementIdArgument.Clip(name)}`; `branches` lists those there are.");

    /// <summary>Every branch, in the order of names.</summary>
    internal async ValueTask<ImmutableArray<Branch>> AllAsync(CancellationToken cancellationToken)
    {
        var all = await registry.GetBranchesAsync(cancellationToken);
        return [.. all.Select(b => branches.GetOrAdd(b.Name, b))];
    }

    /// <summary>A branch's head.</summary>
    internal ValueTask<Revision> HeadAsync(Branch branch, CancellationToken cancellationToken) =>
        LoadAsync(branch, branch.Head, isHead: true, cancellationToken);

    /// <summary>A version of a branch; its head where <paramref name="at"/> is null.</summary>
    internal async ValueTask<Revision> AtAsync(Branch branch, VersionInput? at, CancellationToken cancellationToken) => at switch
    {
        null => await HeadAsync(branch, cancellationToken),
        { Commit: { } text } => await AtCommitAsync(branch, text, cancellationToken),
        { Time: { } time } => await AtTimeAsync(branch, time, cancellationToken),
        { Release: { } version } => await LoadAsync(branch, (await ReleasedAsync(version, cancellationToken)).Commit, isHead: false, cancellationToken),
        _ => throw QueryError.Of(QueryError.ArgumentsConflict, "Give `commit`, `time` or `release`."),
    };

    /// <summary>A released version, on the branch that it was released on.</summary>
    internal async ValueTask<Revision> AtReleaseAsync(string version, CancellationToken cancellationToken)
    {
        var release = await ReleasedAsync(version, cancellationToken);
        return await LoadAsync(await GetAsync(release.Branch, cancellationToken), release.Commit, isHead: false, cancellationToken);
    }

    /// <summary>The version that a global id names; null when it is there no more.</summary>
    internal async ValueTask<Revision?> ReferencedAsync(string reference, CancellationToken cancellationToken)
    {
        if (reference[0] != Revision.CommitMark)
            return await FindAsync(reference, cancellationToken) is { } branch ? await HeadAsync(branch, cancellationToken) : null;
        if (!ObjectHash.TryParse(reference[1..], out var commit) || await registry.GetCommitAsync(commit, cancellationToken) is null)
            return null;
        return await FindAsync(BranchName.Main, cancellationToken) is { } main
            ? await LoadAsync(main, commit, isHead: false, cancellationToken)
            : null;
    }

    private async ValueTask<Revision> AtCommitAsync(Branch branch, string text, CancellationToken cancellationToken)
    {
        var commit = await commits.FindAsync(text, cancellationToken) ?? throw QueryError.Of(
            QueryError.CommitNotFound,
            $"There is no commit `{ElementIdArgument.Clip(text)}`; give an id, or at least {CommitLookup.MinDigits} of its first digits. `branch {{ commits }}` lists them.");
        return await LoadAsync(branch, commit.Id, isHead: false, cancellationToken);
    }

    private async ValueTask<Release> ReleasedAsync(string version, CancellationToken cancellationToken) =>
        await releases.FindAsync(version, cancellationToken) ?? throw QueryError.Of(
            QueryError.ReleaseNotFound, $"There is no release `{ElementIdArgument.Clip(version)}`; `releases` lists those there are.");

    private async ValueTask<Revision> AtTimeAsync(Branch branch, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var head = await registry.Store.GetHeadAtAsync(branch.Name, time, cancellationToken) ?? throw QueryError.Of(
            QueryError.TimeTooEarly, $"Branch `{branch.Name}` was not there yet at {time:O}; it was made at {branch.CreatedAt:O}.");
        return await LoadAsync(branch, head, isHead: false, cancellationToken);
    }

    private async ValueTask<Revision> LoadAsync(Branch branch, ObjectHash head, bool isHead, CancellationToken cancellationToken)
    {
        if (revisions.TryGetValue((branch.Name, head, isHead), out var known))
            return known;
        var commit = await commits.GetAsync(head, cancellationToken);
        var snapshot = await registry.GetSnapshotAsync(head, cancellationToken)
            ?? throw new InvalidOperationException($"commit {head.Short} has no snapshot");
        return revisions.GetOrAdd((branch.Name, head, isHead), new Revision(branch, commit, snapshot, isHead));
    }
}
