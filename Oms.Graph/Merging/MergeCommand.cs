using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Merging;

/// <summary>Carries merges, reverts and cherry-picks out, or tries them without writing.</summary>
internal sealed class MergeCommand(OntologyRegistry registry, CommitLookup commits, Resolutions resolutions)
{
    /// <summary>Merges one branch into another.</summary>
    internal ValueTask<(Result<IntegrationDecision?> Result, MergeReport? Report)> MergeAsync(
        CommandContext context, MergeBranchInput input, CancellationToken cancellationToken)
    {
        var command = new IntegrateChanges(
            Right.Merge, "to merge a branch", input.Message, [.. input.Issues], Head(input.ExpectedHead), input.FencingToken);
        var attempt = Attempt(input.Into, "merge", command);
        return RunAsync(context, input.Into, "into", input.ExpectedHead, attempt, input.DryRun, DecideAsync, cancellationToken);

        async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> DecideAsync(Branch into, CancellationToken token)
        {
            if (!BranchName.TryParse(input.From, out var name) || await registry.LoadBranchAsync(name, token) is not { } from)
                return (new BranchNotFound(Shorten(input.From)) { Path = ["from"] }, null);
            var (head, other) = (await commits.GetAsync(into.Head, token), await commits.GetAsync(from.Head, token));
            var (ours, theirs) = (await SnapshotAsync(head.Id, token), await SnapshotAsync(other.Id, token));
            var parted = await MergeBase.FindAsync(commits.AncestryFor(token), id => SnapshotAsync(id, token), head.Id, other.Id);
            if (parted.Behind == 0)
                return (new NothingChanged(into.Name.Value) { Path = ["from"] }, null);
            if (input.Strategy == MergeStrategy.Rebase && parted.Ahead > 0)
                return await RebaseAsync(command, context, into, from, head, ours, other, parted.Commits, Given(input.Resolutions), token);
            var result = await resolutions.MergeAsync(
                parted.Snapshot, ours, theirs, into.Name.Value, from.Name.Value, Given(input.Resolutions), token);
            var report = new MergeReport(result, parted.Commits, parted.Ahead == 0);
            if (input.Strategy is MergeStrategy.Merge or MergeStrategy.Squash)
                return (command.Decide(context, into, input.Strategy == MergeStrategy.Merge ? [head, other] : [head], ours, result, registry.Options.Issues), report);
            return (parted.Ahead == 0
                ? command.DecideFastForward(context, into, other, result.Changes, registry.Options.Issues)
                : new NotFastForward(into.Name.Value, from.Name.Value, parted.Ahead) { Path = ["strategy"] }, report);
        }
    }

    private async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> RebaseAsync(
        IntegrateChanges command, CommandContext context, Branch into, Branch from, CommitRecord head, Snapshot ours, CommitRecord other,
        ImmutableArray<CommitRecord> bases, IReadOnlyDictionary<string, Resolution> given, CancellationToken cancellationToken)
    {
        var line = await Replay.CommitsAsync(
            commits.AncestryFor(cancellationToken), id => commits.GetAsync(id, cancellationToken), bases, other);
        if (line.Length > Replay.MaxCommits)
            return (new ValueOutOfRange("commits to make anew", 1, Replay.MaxCommits, line.Length) { Path = ["strategy"] }, null);
        var replay = await Replay.RunAsync(
            line, ours, id => SnapshotAsync(id, cancellationToken),
            (b, o, t) => resolutions.MergeAsync(b, o, t, into.Name.Value, from.Name.Value, given, cancellationToken));
        var decision = command.DecideRebase(context, into, head, ours, replay, registry.Options.Issues);
        return (decision, new MergeReport(replay.Result, bases, false) { Replay = replay });
    }

    /// <summary>Takes back, or takes over, what one commit did.</summary>
    internal ValueTask<(Result<IntegrationDecision?> Result, MergeReport? Report)> IntegrateAsync(
        CommandContext context, IntegrateCommitInput input, bool isRevert, CancellationToken cancellationToken)
    {
        var command = new IntegrateChanges(
            isRevert ? Right.Revert : Right.SchemaWrite, isRevert ? "to revert a commit" : "to take a commit over", input.Message, [.. input.Issues],
            Head(input.ExpectedHead), input.FencingToken);
        var attempt = Attempt(input.Branch, isRevert ? "revert" : "cherry_pick", command);
        return RunAsync(context, input.Branch, "branch", input.ExpectedHead, attempt, input.DryRun, DecideAsync, cancellationToken);

        async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> DecideAsync(Branch branch, CancellationToken token)
        {
            if (await commits.FindAsync(input.Commit, token) is not { } commit)
                return (new CommitNotFound(Shorten(input.Commit)) { Path = ["commit"] }, null);
            var head = await commits.GetAsync(branch.Head, token);
            var ours = await SnapshotAsync(head.Id, token);
            var after = await SnapshotAsync(commit.Id, token);
            // Of a merge, what it did to the branch that it was made on.
            var before = commit.Commit.Parents is [var parent, ..] ? await SnapshotAsync(parent, token) : Snapshot.Empty;
            var (from, to) = isRevert ? (after, before) : (before, after);
            var result = await resolutions.MergeAsync(
                from, ours, to, branch.Name.Value, (isRevert ? "-" : "+") + commit.Id.Value, Given(input.Resolutions), token);
            return (command.Decide(context, branch, [head], ours, result, registry.Options.Issues), new MergeReport(result, [commit], false));
        }
    }

    /// <summary>Keeps the answer to one question.</summary>
    internal async ValueTask<Result<SavedResolution>> ResolveAsync(
        CommandContext context, ResolveConflictInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, Shorten(input.Into), "resolve") { Branch = Shorten(input.Into), Reason = input.Reason };
        if (!BranchName.TryParse(input.Into, out var into) || await registry.GetBranchAsync(into, cancellationToken) is null)
            return await registry.RefuseAsync<SavedResolution>(context, attempt, [new BranchNotFound(Shorten(input.Into)) { Path = ["into"] }]);
        if (!BranchName.TryParse(input.From, out var from) || await registry.GetBranchAsync(from, cancellationToken) is null)
            return await registry.RefuseAsync<SavedResolution>(context, attempt, [new BranchNotFound(Shorten(input.From)) { Path = ["from"] }]);
        var command = new SaveResolution(input.Conflict, into.Value, from.Value, new Resolution(input.Choice, input.Value), input.Reason);
        return await registry.ExecuteAsync(context, into, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<SavedResolution>>> DecideAsync(CancellationToken token)
        {
            var known = input.Conflict.Length > StoredDocument.MaxNameLength / 2
                ? null
                : await registry.Store.GetDocumentAsync(
                    SavedResolution.DocumentKind, SavedResolution.Key(input.Conflict, into.Value, from.Value), token);
            var decision = command.Decide(context, known);
            if (!decision.IsOk)
                return decision.Refusals;
            var saved = CanonicalJson.Read<SavedResolution>(decision.Value.Documents[0].Content.Span);
            return new Decided<SavedResolution>(decision.Value, () => saved);
        }
    }

    private async ValueTask<(Result<IntegrationDecision?> Result, MergeReport? Report)> RunAsync(
        CommandContext context, string branch, string field, string? expectedHead, RefusedAttempt attempt, bool isDryRun,
        Func<Branch, CancellationToken, ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)>> decide, CancellationToken cancellationToken)
    {
        if (!BranchName.TryParse(branch, out var name))
            return (await registry.RefuseAsync<IntegrationDecision?>(context, attempt, [new BranchNameInvalid(Shorten(branch)) { Path = [field] }]), null);
        if (expectedHead is not null && !ObjectHash.TryParse(expectedHead, out _))
            return (await registry.RefuseAsync<IntegrationDecision?>(context, attempt, [new CommitNotFound(Shorten(expectedHead)) { Path = ["expectedHead"] }]), null);
        MergeReport? report = null;
        if (isDryRun)
        {
            var tried = await TryAsync(cancellationToken);
            return (tried.IsOk ? (IntegrationDecision?)null : tried.Refusals, report);
        }

        return (await registry.ExecuteAsync(context, name, attempt, CommitAsync, null, cancellationToken), report);

        async ValueTask<Result<IntegrationDecision>> TryAsync(CancellationToken token)
        {
            if (await registry.LoadBranchAsync(name, token) is not { } loaded)
                return new BranchNotFound(branch) { Path = [field] };
            (var decision, report) = await decide(loaded, token);
            return decision;
        }

        async ValueTask<Result<Decided<IntegrationDecision?>>> CommitAsync(CancellationToken token)
        {
            var decision = await TryAsync(token);
            return decision.IsOk
                ? new Decided<IntegrationDecision?>(decision.Value.Change, () => decision.Value) { After = decision.Value.After }
                : decision.Refusals;
        }
    }

    private async ValueTask<Snapshot> SnapshotAsync(ObjectHash commit, CancellationToken cancellationToken) =>
        await registry.GetSnapshotAsync(commit, cancellationToken) ?? throw new StoreException("STORE_DAMAGED", $"commit {commit.Short} is missing");

    private static Dictionary<string, Resolution> Given(IReadOnlyList<ResolutionInput> inputs)
    {
        var given = new Dictionary<string, Resolution>(StringComparer.Ordinal);
        foreach (var input in inputs)
            given[input.Conflict] = input.Answer;
        return given;
    }

    private static ObjectHash? Head(string? text) => ObjectHash.TryParse(text, out var head) ? head : null;

    private static RefusedAttempt Attempt(string branch, string verb, IntegrateChanges command) => new(TargetTypes.Commit, Shorten(branch), verb)
    {
        Branch = Shorten(branch), Issues = command.Issues, Reason = command.Message,
    };

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
