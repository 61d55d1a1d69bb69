using System.Collections.Immutable;
using System.Text.Json;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Compatibility;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Merging;

/// <summary>Carries merges, reverts and cherry-picks out, or tries them without writing.</summary>
internal sealed class MergeCommand(OntologyRegistry registry, CommitLookup commits, Resolutions resolutions, ChangeGate gate)
{
    /// <summary>Merges one branch into another.</summary>
    internal ValueTask<(Result<IntegrationDecision?> Result, MergeReport? Report)> MergeAsync(
        CommandContext context, MergeBranchInput input, CancellationToken cancellationToken)
    {
        var command = new IntegrateChanges(
            Right.Merge, "to merge a branch", input.Message, [.. input.Issues], Head(input.ExpectedHead), input.FencingToken) { IsDryRun = input.DryRun };
        var attempt = Attempt(input.Into, "merge", command);
        return RunAsync(context, input.Into, "into", input.ExpectedHead, attempt, input.DryRun, DecideAsync, cancellationToken);

        async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> DecideAsync(Branch into, CancellationToken token)
        {
            if (!BranchName.TryParse(input.From, out var name) || await registry.LoadCurrentBranchAsync(name, token) is not { } from)
                return (new BranchNotFound(Shorten(input.From)) { Path = ["from"] }, null);
            var tried = await TryAsync(into, from.Head, from.Name, Given(input.Resolutions), token);
            return tried.Behind == 0
                ? (new NothingChanged(into.Name.Value) { Path = ["from"] }, null)
                : await DecideTriedAsync(command, context, into, tried, input.Strategy, Given(input.Resolutions), token);
        }
    }

    /// <summary>Merges a commit into a branch without writing, with the answers that were kept for the two branches and those given along.</summary>
    internal async ValueTask<TriedMerge> TryAsync(
        Branch into, ObjectHash from, BranchName name, IReadOnlyDictionary<string, Resolution> given, CancellationToken cancellationToken)
    {
        var (head, other) = (await commits.GetAsync(into.Head, cancellationToken), await commits.GetAsync(from, cancellationToken));
        var (ours, theirs) = (await registry.RequireSnapshotAsync(head.Id, cancellationToken), await registry.RequireSnapshotAsync(other.Id, cancellationToken));
        var parted = await MergeBase.FindAsync(commits.AncestryFor(cancellationToken), id => registry.RequireSnapshotAsync(id, cancellationToken), head.Id, other.Id);
        var (result, sources) = parted.Behind == 0
            ? (new MergeResult(ours, [], [], []), null)
            : await resolutions.MergeAsync(parted.Snapshot, ours, theirs, into.Name.Value, name.Value, given, cancellationToken);
        return new TriedMerge(head, other, name, ours, theirs, parted, result, sources);
    }

    /// <summary>Decides on a merge that was tried.</summary>
    internal async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> DecideTriedAsync(
        IntegrateChanges command, CommandContext context, Branch into, TriedMerge tried, MergeStrategy strategy,
        IReadOnlyDictionary<string, Resolution> given, CancellationToken cancellationToken)
    {
        var (decision, report) = strategy == MergeStrategy.Rebase && tried.Ahead > 0
            ? await RebaseAsync(command, context, into, tried, given, cancellationToken)
            : (Decide(command, context, into, tried, strategy), tried.Report);
        return (await GatedAsync(context, into, tried.Ours, decision, cancellationToken), report);
    }

    private Result<IntegrationDecision> Decide(IntegrateChanges command, CommandContext context, Branch into, TriedMerge tried, MergeStrategy strategy)
    {
        if (strategy is MergeStrategy.Merge or MergeStrategy.Squash)
            return command.Decide(
                context, into, strategy == MergeStrategy.Merge ? [tried.Head, tried.Other] : [tried.Head], tried.Ours, tried.Result, registry.Options.Issues);
        return tried.Ahead == 0
            ? command.DecideFastForward(context, into, tried.Other, tried.Ours, tried.Result, registry.Options.Issues)
            : new NotFastForward(into.Name.Value, tried.From.Value, tried.Ahead) { Path = ["strategy"] };
    }

    // However content comes onto a branch, the branch's rules are asked.
    private async ValueTask<Result<IntegrationDecision>> GatedAsync(
        CommandContext context, Branch branch, Snapshot before, Result<IntegrationDecision> decision, CancellationToken cancellationToken)
    {
        if (!decision.IsOk)
            return decision;
        var after = decision.Value.After ?? await registry.RequireSnapshotAsync(decision.Value.Commit, cancellationToken);
        var verdict = await gate.CheckAsync(context, branch, before, after, cancellationToken);
        return verdict.Refusals.IsEmpty ? decision : verdict.Refusals;
    }

    private async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> RebaseAsync(
        IntegrateChanges command, CommandContext context, Branch into, TriedMerge tried, IReadOnlyDictionary<string, Resolution> given,
        CancellationToken cancellationToken)
    {
        var line = await LineAsync(tried, cancellationToken);
        if (line.Length > Replay.MaxCommits)
            return (new ValueOutOfRange("commits to make anew", 1, Replay.MaxCommits, line.Length) { Path = ["strategy"] }, null);
        var (replay, last) = await ReplayAsync(line, into, tried, given, cancellationToken);
        var decision = command.DecideRebase(context, into, tried.Head, tried.Ours, replay, registry.Options.Issues);
        // The open questions are those of the last commit that was tried.
        return (decision, new MergeReport(replay.Result, tried.Parted.Commits, false) { Replay = replay, Sources = last });
    }

    private ValueTask<ImmutableArray<CommitRecord>> LineAsync(TriedMerge tried, CancellationToken cancellationToken) => Replay.CommitsAsync(
        commits.AncestryFor(cancellationToken), id => commits.GetAsync(id, cancellationToken), tried.Parted.Commits, tried.Other);

    private async ValueTask<(Replay Replay, MergeSources? Last)> ReplayAsync(
        ImmutableArray<CommitRecord> line, Branch into, TriedMerge tried, IReadOnlyDictionary<string, Resolution> given, CancellationToken cancellationToken)
    {
        MergeSources? last = null;
        return (await Replay.RunAsync(line, tried.Ours, id => registry.RequireSnapshotAsync(id, cancellationToken), MergeAsync), last);

        async ValueTask<MergeResult> MergeAsync(Snapshot before, Snapshot current, Snapshot after)
        {
            (var result, last) = await resolutions.MergeAsync(before, current, after, into.Name.Value, tried.From.Value, given, cancellationToken);
            return result;
        }
    }

    /// <summary>Takes back, or takes over, what one commit did.</summary>
    internal ValueTask<(Result<IntegrationDecision?> Result, MergeReport? Report)> IntegrateAsync(
        CommandContext context, IntegrateCommitInput input, bool isRevert, CancellationToken cancellationToken)
    {
        var command = new IntegrateChanges(
            isRevert ? Right.Revert : Right.SchemaWrite, isRevert ? "to revert a commit" : "to take a commit over", input.Message, [.. input.Issues],
            Head(input.ExpectedHead), input.FencingToken) { IsDryRun = input.DryRun };
        var attempt = Attempt(input.Branch, isRevert ? "revert" : "cherry_pick", command);
        return RunAsync(context, input.Branch, "branch", input.ExpectedHead, attempt, input.DryRun, DecideAsync, cancellationToken);

        async ValueTask<(Result<IntegrationDecision> Decision, MergeReport? Report)> DecideAsync(Branch branch, CancellationToken token)
        {
            if (await commits.FindAsync(input.Commit, token) is not { } commit)
                return (new CommitNotFound(Shorten(input.Commit)) { Path = ["commit"] }, null);
            var head = await commits.GetAsync(branch.Head, token);
            var ours = await registry.RequireSnapshotAsync(head.Id, token);
            var after = await registry.RequireSnapshotAsync(commit.Id, token);
            // Of a merge, what it did to the branch that it was made on.
            var before = commit.Commit.Parents is [var parent, ..] ? await registry.RequireSnapshotAsync(parent, token) : Snapshot.Empty;
            var (from, to) = isRevert ? (after, before) : (before, after);
            var (result, sources) = await resolutions.MergeAsync(
                from, ours, to, branch.Name.Value, (isRevert ? "-" : "+") + commit.Id.Value, Given(input.Resolutions), token);
            var decision = command.Decide(context, branch, [head], ours, result, registry.Options.Issues);
            return (await GatedAsync(context, branch, ours, decision, token), new MergeReport(result, [commit], false) { Sources = sources });
        }
    }

    /// <summary>Keeps the answer to one question.</summary>
    internal async ValueTask<Result<SavedResolution>> ResolveAsync(
        CommandContext context, ResolveConflictInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, Shorten(input.Into), "resolve") { Branch = Shorten(input.Into), Reason = input.Reason };
        if (!BranchName.TryParse(input.Into, out var into) || await registry.GetCurrentBranchAsync(into, cancellationToken) is null)
            return await registry.RefuseAsync<SavedResolution>(context, attempt, [new BranchNotFound(Shorten(input.Into)) { Path = ["into"] }]);
        if (!BranchName.TryParse(input.From, out var from) || await registry.GetCurrentBranchAsync(from, cancellationToken) is null)
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
            if (await ProblemAsync(command, token) is { } problem)
                return problem;
            var saved = CanonicalJson.Read<SavedResolution>(decision.Value.Documents[0].Content.Span);
            return new Decided<SavedResolution>(decision.Value, () => saved);
        }
    }

    // An answer is kept only where merging with it gets on.
    private async ValueTask<Refusal?> ProblemAsync(SaveResolution command, CancellationToken cancellationToken)
    {
        var given = new Dictionary<string, Resolution>(StringComparer.Ordinal) { [command.Conflict] = command.Answer };
        var conflict = BranchName.TryParse(command.Into, out var into) && BranchName.TryParse(command.From, out var from)
            && await registry.LoadCurrentBranchAsync(into, cancellationToken) is { } ours
            && await registry.LoadCurrentBranchAsync(from, cancellationToken) is { } theirs
            ? await FindAsync(ours, theirs, command.Conflict, given, cancellationToken)
            : null;
        if (conflict is null)
            return new MalformedInput(
                $"Merging '{command.From}' into '{command.Into}' asks no such question now; the report of the merge has those that it asks.") { Path = ["conflict"] };
        if (conflict.Problem is not { } problem)
            return null;
        var options = conflict.Options.Select(o => JsonNamingPolicy.SnakeCaseUpper.ConvertName(o.Choice.ToString())).Distinct();
        return new MalformedInput($"{problem} The answers to this question are {string.Join(", ", options)}; VALUE takes a value that fits.")
        {
            Path = [conflict.Options.Any(o => o.Choice == command.Answer.Choice) ? "value" : "choice"],
        };
    }

    // A rebase asks commit by commit, and so can ask what a merge does not.
    private async ValueTask<Conflict?> FindAsync(
        Branch into, Branch from, string id, IReadOnlyDictionary<string, Resolution> given, CancellationToken cancellationToken)
    {
        var tried = await TryAsync(into, from.Head, from.Name, given, cancellationToken);
        if (tried.Result.Conflicts.FirstOrDefault(c => c.Id == id) is { } found)
            return found;
        if (tried.Behind == 0 || tried.Ahead == 0 || await LineAsync(tried, cancellationToken) is not { Length: <= Replay.MaxCommits } line)
            return null;
        var (replay, _) = await ReplayAsync(line, into, tried, given, cancellationToken);
        return replay.Result.Conflicts.FirstOrDefault(c => c.Id == id);
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
            ImmutableArray<Refusal> refusals = [.. tried.IsOk ? [] : tried.Refusals, .. report is null ? [] : registry.Options.Issues.Check(name, attempt.Issues)];
            return (refusals.IsEmpty ? (IntegrationDecision?)null : refusals, report);
        }

        return (await registry.ExecuteAsync(context, name, attempt, CommitAsync, null, cancellationToken), report);

        async ValueTask<Result<IntegrationDecision>> TryAsync(CancellationToken token)
        {
            // No write holds a dry run against the store.
            var loaded = isDryRun ? await registry.LoadCurrentBranchAsync(name, token) : await registry.LoadBranchAsync(name, token);
            if (loaded is null)
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
