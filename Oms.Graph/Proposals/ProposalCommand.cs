using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
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
        if (!BranchName.TryParse(input.Source, out var source) || await registry.GetBranchAsync(source, cancellationToken) is null)
            return await registry.RefuseAsync<Proposal>(context, attempt, [new BranchNotFound(Clip(input.Source)) { Path = ["source"] }]);
        if (!BranchName.TryParse(input.Target, out var target) || await registry.GetBranchAsync(target, cancellationToken) is null)
            return await registry.RefuseAsync<Proposal>(context, attempt, [new BranchNotFound(Clip(input.Target)) { Path = ["target"] }]);
        var command = new CreateProposal(input.ToText(), input.IsDraft);
        return await registry.ExecuteAsync(context, target, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Proposal>>> DecideAsync(CancellationToken token)
        {
            var (from, into) = ((await registry.LoadBranchAsync(source, token))!, (await registry.LoadBranchAsync(target, token))!);
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
        var tries = 0;
        return await registry.ExecuteAsync(context, found.Target, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Proposal>>> DecideAsync(CancellationToken token)
        {
            // Only another server can have written it in between.
            if (tries++ > 0)
                await table.ReloadAsync(found.Id, token);
            var loaded = await reader.LoadAsync((await table.FindAsync(found.Id, token))!, token);
            return Answer(await decide(loaded, token));
        }
    }

    /// <summary>Merges a proposal.</summary>
    internal async ValueTask<(Result<(Proposal Proposal, IntegrationDecision Decision)> Result, MergeReport? Report)> MergeAsync(
        CommandContext context, MergeProposalInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Proposal, Clip(input.Proposal), "merge") { Reason = input.Message };
        if (await FindAsync(input.Proposal, cancellationToken) is not { } found)
            return (await registry.RefuseAsync<(Proposal, IntegrationDecision)>(context, attempt, [new ProposalNotFound(Clip(input.Proposal)) { Path = ["proposal"] }]), null);
        attempt = attempt with { TargetId = found.Id, Branch = found.Target.Value, Issues = found.Issues };
        var command = new MergeProposal(input.Message, input.ExpectedContent);
        MergeReport? report = null;
        var tries = 0;
        return (await registry.ExecuteAsync(context, found.Target, attempt, DecideAsync, null, cancellationToken), report);

        async ValueTask<Result<Decided<(Proposal, IntegrationDecision)>>> DecideAsync(CancellationToken token)
        {
            if (tries++ > 0)
                await table.ReloadAsync(found.Id, token);
            var loaded = await reader.LoadAsync((await table.FindAsync(found.Id, token))!, token);
            var (tried, facts) = await reader.TryAsync(loaded, context, token);
            (var merged, report) = await merging.DecideTriedAsync(
                command.Integration(loaded), context, loaded.Target, tried, input.Strategy, ProposalReader.NoAnswers, token);
            var decision = command.Decide(context, facts, tried.Result, merged);
            return decision.IsOk
                ? new Decided<(Proposal, IntegrationDecision)>(decision.Value.Change, () => (Taken(decision.Value.Change), decision.Value)) { After = decision.Value.After }
                : decision.Refusals;
        }
    }

    /// <summary>Holds the proposals of a branch that moved, or of all, against what they would do now.</summary>
    internal async ValueTask ReassessAsync(BranchName? branch, CancellationToken cancellationToken)
    {
        foreach (var proposal in (await table.AllAsync(cancellationToken)).Values)
            if ((branch is null || proposal.Source == branch || proposal.Target == branch) && ProposalTransitions.IsAllowed(proposal.Status, ProposalVerb.Reassess))
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
            var outcome = await registry.WriteAsync(change, null);
            if (outcome is CommitOutcome.Committed)
                table.Put(change);
            else
                await table.ReloadAsync(proposal.Id, cancellationToken);
        }
    }

    private Result<Decided<Proposal>> Answer(Result<Change> decision) => decision.IsOk
        ? new Decided<Proposal>(decision.Value, () => Taken(decision.Value))
        : decision.Refusals;

    private Proposal Taken(Change change)
    {
        table.Put(change);
        var written = change.Documents.First(d => d.Kind == Proposal.DocumentKind);
        return Domain.History.CanonicalJson.Read<Proposal>(written.Content.Span);
    }

    private static string Clip(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
