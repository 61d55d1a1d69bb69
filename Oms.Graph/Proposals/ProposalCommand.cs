using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Merging;
using Oms.Graph.Nodes;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>Carries commands on proposals out. Those on one target queue up behind each other, as writers of a branch do.</summary>
internal sealed class ProposalCommand(OntologyRegistry registry, ProposalTable table, ProposalReader reader, MergeCommand merging)
{
    /// <summary>Makes a proposal.</summary>
    internal async ValueTask<Result<Proposal>> CreateAsync(CommandContext context, CreateProposalInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Proposal, Clip(input.Source), "create")
        {
            Branch = Clip(input.Target), Issues = [.. input.Issues], Reason = input.Title,
        };
        if (!BranchName.TryParse(input.Source, out var source) || await registry.GetCurrentBranchAsync(source, cancellationToken) is null)
            return await registry.RefuseAsync<Proposal>(context, attempt, [new BranchNotFound(Clip(input.Source)) { Path = ["source"] }]);
        if (!BranchName.TryParse(input.Target, out var target) || await registry.GetCurrentBranchAsync(target, cancellationToken) is null)
            return await registry.RefuseAsync<Proposal>(context, attempt, [new BranchNotFound(Clip(input.Target)) { Path = ["target"] }]);
        var command = new CreateProposal(input.ToText(), input.IsDraft);
        return await registry.ExecuteAsync(context, target, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Proposal>>> DecideAsync(CancellationToken token)
        {
            var (from, into) = ((await registry.LoadCurrentBranchAsync(source, token))!, (await registry.LoadBranchAsync(target, token))!);
            var blank = CreateProposal.Blank(source, target, context.Actor.Subject);
            var loaded = await reader.LoadAsync(blank, into, from.Head, token);
            return Answer(command.Decide(context, from, loaded, await TwinAsync(blank, token), registry.Options.Issues));
        }
    }

    /// <summary>Decides on a proposal that is there and commits what was decided; a refusal is audited.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="id">The proposal as the client named it.</param>
    /// <param name="verb">What is done, for the audit entry of a refusal.</param>
    /// <param name="reason">What the client gives as reason.</param>
    /// <param name="decide">Decides for the proposal as it was loaded.</param>
    /// <param name="cancellationToken">Ends the wait; never a write that has begun.</param>
    internal async ValueTask<Result<Proposal>> ExecuteAsync(
        CommandContext context, string id, string verb, string? reason, Func<LoadedProposal, CancellationToken, ValueTask<Result<Change>>> decide,
        CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Proposal, Clip(id), verb) { Reason = reason };
        if (await FindAsync(id, cancellationToken) is not { } found)
            return await registry.RefuseAsync<Proposal>(context, attempt, [new ProposalNotFound(Clip(id)) { Path = ["proposal"] }]);
        attempt = attempt with { TargetId = found.Id, Branch = found.Target.Value };
        return await registry.ExecuteAsync(context, found.Target, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Proposal>>> DecideAsync(CancellationToken token)
        {
            var loaded = await reader.LoadAsync((await table.FindAsync(found.Id, token))!, token);
            return Answer(await decide(loaded, token), loaded.Proposal);
        }
    }

    /// <summary>Merges a proposal.</summary>
    /// <param name="context">Who merges, when.</param>
    /// <param name="id">The proposal as the client named it.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="strategy">What history is to look like.</param>
    /// <param name="isThroughQueue">True when it is its turn in the merge queue.</param>
    /// <param name="cancellationToken">Ends the wait; never a write that has begun.</param>
    internal async ValueTask<(Result<(Proposal Proposal, IntegrationDecision Decision)> Result, MergeReport? Report)> MergeAsync(
        CommandContext context, string id, MergeProposal command, MergeStrategy strategy, bool isThroughQueue, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Proposal, Clip(id), "merge") { Reason = command.Message };
        if (await FindAsync(id, cancellationToken) is not { } found)
            return (await registry.RefuseAsync<(Proposal, IntegrationDecision)>(context, attempt, [new ProposalNotFound(Clip(id)) { Path = ["proposal"] }]), null);
        attempt = attempt with { TargetId = found.Id, Branch = found.Target.Value, Issues = found.Issues };
        MergeReport? report = null;
        return (await registry.ExecuteAsync(context, found.Target, attempt, DecideAsync, null, cancellationToken), report);

        async ValueTask<Result<Decided<(Proposal, IntegrationDecision)>>> DecideAsync(CancellationToken token)
        {
            var loaded = await reader.LoadAsync((await table.FindAsync(found.Id, token))!, token);
            var (tried, facts) = await reader.TryAsync(loaded, context, token);
            (var merged, report) = await merging.DecideTriedAsync(
                command.Integration(loaded), context, loaded.Target, tried, strategy, ProposalReader.NoAnswers, token);
            var decision = command.Decide(context, facts with { IsThroughQueue = isThroughQueue }, tried.Result, merged);
            return decision.IsOk
                ? new Decided<(Proposal, IntegrationDecision)>(decision.Value.Change, () => (Written(decision.Value.Change)!, decision.Value)) { After = decision.Value.After }
                : decision.Refusals;
        }
    }

    /// <summary>True where only a lock stands against merging a proposal whose turn it is in the merge queue.</summary>
    internal async ValueTask<bool> WaitsForLockAsync(Proposal proposal, CommandContext context, CancellationToken cancellationToken)
    {
        var (_, facts) = await reader.TryAsync(await reader.LoadAsync(proposal, cancellationToken), context, cancellationToken);
        var obstacles = Mergeability.Obstacles(facts with { IsThroughQueue = true });
        return !obstacles.IsEmpty && obstacles.All(o => o.IsPassing);
    }

    /// <summary>Says something about a proposal.</summary>
    internal async ValueTask<(Result<Proposal> Result, ProposalThread? Thread)> CommentAsync(
        CommandContext context, string id, string? threadId, CommentOnProposal command, CancellationToken cancellationToken)
    {
        ProposalThread? written = null;
        var result = await ExecuteAsync(context, id, "comment", command.Text, DecideAsync, cancellationToken);
        return (result, written);

        async ValueTask<Result<Change>> DecideAsync(LoadedProposal loaded, CancellationToken token)
        {
            var threads = await ThreadsAsync(loaded.Proposal.Id, token);
            var thread = threads.FirstOrDefault(t => t.Id == threadId);
            if (threadId is not null && thread is null)
                return new ThreadNotFound(loaded.Proposal.Id, Clip(threadId)) { Path = ["thread"] };
            var decision = command.Decide(context, loaded, thread, threads.Length);
            written = decision.IsOk ? CanonicalJson.Read<ProposalThread>(decision.Value.Documents[0].Content.Span) : null;
            return decision;
        }
    }

    /// <summary>The threads of a proposal, in the order they were begun.</summary>
    internal async ValueTask<ImmutableArray<ProposalThread>> ThreadsAsync(string proposal, CancellationToken cancellationToken)
    {
        var prefix = ProposalThread.Prefix(proposal);
        var documents = await registry.Store.GetDocumentsAsync(ProposalThread.DocumentKind, prefix, ProposalThread.MaxThreads, cancellationToken);
        return [.. documents.TakeWhile(d => d.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(d => CanonicalJson.Read<ProposalThread>(d.Content.Span))];
    }

    /// <summary>Holds the proposals of branches that moved, or of all, against what they would do now.</summary>
    internal async ValueTask ReassessAsync(IReadOnlySet<BranchName>? branches, CancellationToken cancellationToken)
    {
        foreach (var proposal in (await table.AllAsync(cancellationToken)).Values)
            if ((branches is null || branches.Contains(proposal.Source) || branches.Contains(proposal.Target)) && ProposalTransitions.IsAllowed(proposal.Status, ProposalVerb.Reassess))
                await ReassessAsync(proposal, cancellationToken);
    }

    /// <summary>A proposal by its id, or by its global one; null when there is none.</summary>
    internal ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellationToken) => table.FindAsync(
        !Proposal.HasIdForm(id) && GlobalId.TryParse(id, out var global) && global is { Type: ProposalNode.TypeName, Parts: [var part] } ? part : id, cancellationToken);

    /// <summary>Another proposal alive for the same two branches.</summary>
    internal async ValueTask<Proposal?> TwinAsync(Proposal proposal, CancellationToken cancellationToken) =>
        (await table.AllAsync(cancellationToken)).Values.FirstOrDefault(
            p => p.Id != proposal.Id && p.Source == proposal.Source && p.Target == proposal.Target && p.IsAlive());

    private async ValueTask ReassessAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < registry.Options.MaxAttempts; tries++)
        {
            var loaded = await reader.LoadAsync((await table.FindAsync(proposal.Id, cancellationToken))!, cancellationToken);
            if (ReassessProposal.Decide(registry.ContextFor(Actor.System, $"reassess-{registry.Ids.Next():N}"), loaded) is not { } change)
                return;
            await registry.WriteAsync(change, null);
        }
    }

    // What is said about a proposal leaves the proposal itself as it is.
    private static Result<Decided<Proposal>> Answer(Result<Change> decision, Proposal? before = null) => decision.IsOk
        ? new Decided<Proposal>(decision.Value, () => Written(decision.Value) ?? before!)
        : decision.Refusals;

    private static Proposal? Written(Change change) =>
        change.Documents.FirstOrDefault(d => d.Kind == Proposal.DocumentKind) is { } document ? CanonicalJson.Read<Proposal>(document.Content.Span) : null;

    private static string Clip(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
