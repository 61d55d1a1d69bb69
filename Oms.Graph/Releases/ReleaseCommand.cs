using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Releases;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;
using Oms.Graph.Registry;

namespace Oms.Graph.Releases;

/// <summary>Makes releases, or tries them without writing.</summary>
internal sealed class ReleaseCommand(OntologyRegistry registry, CommitLookup commits, ReleaseLookup releases)
{
    internal async ValueTask<ReleaseOutcome> CreateAsync(CommandContext context, CreateReleaseInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Release, input.Version ?? "next", "create") { Branch = input.Branch, Reason = input.Notes };
        if (!BranchName.TryParse(input.Branch, out var branch))
            return new(await registry.RefuseAsync<Release>(context, attempt, [new BranchNotFound(ElementIdArgument.Clip(input.Branch)) { Path = ["branch"] }]), null, null, null);
        var asked = default(SemanticVersion);
        if (input.Version is { } text && !SemanticVersion.TryParse(text, out asked))
            return new(await registry.RefuseAsync<Release>(context, attempt, [new ReleaseVersionInvalid(ElementIdArgument.Clip(text)) { Path = ["version"] }]), null, null, null);
        var command = new CreateRelease(branch, input.Version is null ? null : asked, input.Notes, input.PreRelease);
        var seen = new ReleaseOutcome(default, null, null, null);
        if (input.DryRun)
        {
            var tried = await DecideAsync(cancellationToken);
            return seen with { Result = tried.IsOk ? tried.Value.Release : tried.Refusals };
        }

        var result = await registry.ExecuteAsync(context, branch, attempt, CommitAsync, null, cancellationToken);
        return seen with { Result = result };

        async ValueTask<Result<Decided<Release>>> CommitAsync(CancellationToken token)
        {
            var decision = await DecideAsync(token);
            return decision.IsOk ? new Decided<Release>(decision.Value.Change, () => decision.Value.Release) : decision.Refusals;
        }

        async ValueTask<Result<ReleaseDecision>> DecideAsync(CancellationToken token)
        {
            if (await registry.LoadCurrentBranchAsync(branch, token) is not { } loaded)
                return new BranchNotFound(branch.Value) { Path = ["branch"] };
            var found = await FindAsync(loaded, input.Commit, token);
            if (!found.IsOk)
                return found.Refusals;
            var commit = found.Value;
            var content = await registry.RequireSnapshotAsync(commit.Id, token);
            // Read before the releases, so that one made in between moves this document and the decision is made again.
            var count = await registry.Store.GetDocumentAsync(CreateRelease.CountKind, CreateRelease.CountKey, token);
            var all = await releases.AllAsync(token);
            var (previous, preReleases) = await ReleaseLookup.BeforeAsync(all, commits.AncestryFor(token), commit.Id);
            Revision? before = null;
            if (previous is not null)
                before = new Revision(loaded, await commits.GetAsync(previous.Commit, token), await registry.RequireSnapshotAsync(previous.Commit, token), false);
            var plan = (before is null ? ReleasePlan.First : ReleasePlan.After(previous!, before.Snapshot, content)) with { PreReleases = preReleases };
            seen = new ReleaseOutcome(default, plan, new Revision(loaded, commit, content, false), before);
            return command.Decide(context, commit, plan, all, count);
        }
    }

    private async ValueTask<Result<CommitRecord>> FindAsync(Branch branch, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
            return await commits.GetAsync(branch.Head, cancellationToken);
        if (await commits.FindAsync(text, cancellationToken) is not { } commit)
            return new CommitNotFound(ElementIdArgument.Clip(text)) { Path = ["commit"] };
        return await commits.AncestryFor(cancellationToken).IsAncestorAsync(commit.Id, branch.Head)
            ? commit
            : new CommitNotOnBranch(commit.Id.Value, branch.Name.Value) { Path = ["commit"] };
    }
}
