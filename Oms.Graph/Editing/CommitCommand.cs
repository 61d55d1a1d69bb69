using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Compatibility;
using Oms.Graph.Locks;
using Oms.Graph.Registry;

namespace Oms.Graph.Editing;

/// <summary>Carries a commit out: checks what was given, gives a repeated request its first answer, else
/// loads, decides and commits.</summary>
/// <param name="registry">The registry.</param>
/// <param name="gate">Holds what is changed against the branch's rules.</param>
/// <param name="queue">The commits that wait for the end of a lock.</param>
internal sealed class CommitCommand(OntologyRegistry registry, ChangeGate gate, CommitQueue queue)
{
    /// <summary>Makes the commit, or says why not; a refusal is audited.</summary>
    internal async ValueTask<Result<CommitAnswer>> ExecuteAsync(
        CommandContext context, CommitRequest request, CancellationToken cancellationToken)
    {
        var attempt = AttemptOf(request);
        if (Refuse(request) is { } refusal)
            return await registry.RefuseAsync<CommitAnswer>(context, attempt, [refusal]);
        return await registry.ExecuteAsync(
            context,
            BranchName.Trusted(request.Branch),
            attempt,
            token => DecideAsync(context, request, token),
            KeyOf(context, request) is { } key ? new Idempotency<CommitAnswer>(key, known => Repeat(request, known)) : null,
            cancellationToken);
    }

    /// <summary>Writes down that the request was refused before it could be read whole.</summary>
    internal ValueTask<Result<CommitAnswer>> RefuseAsync(CommandContext context, CommitRequest request, ImmutableArray<Refusal> refusals) =>
        registry.RefuseAsync<CommitAnswer>(context, AttemptOf(request), refusals);

    private async ValueTask<Result<Decided<CommitAnswer>>> DecideAsync(
        CommandContext context, CommitRequest request, CancellationToken cancellationToken)
    {
        if (await registry.LoadBranchAsync(BranchName.Trusted(request.Branch), cancellationToken) is not { } branch)
            return new BranchNotFound(request.Branch) { Path = ["branch"] };
        var head = await registry.GetCommitAsync(branch.Head, cancellationToken)
            ?? throw new StoreException("STORE_DAMAGED", $"the head {branch.Head.Short} of '{branch.Name}' is missing");
        var before = (await registry.GetSnapshotAsync(branch.Head, cancellationToken))!;
        var command = new MakeCommit(
            request.Operations,
            request.Message,
            request.Issues,
            request.ExpectedHead is null ? null : ObjectHash.Trusted(request.ExpectedHead),
            request.FencingToken);
        var decision = command.Decide(context, branch, head, before, registry.Options.Issues, registry.Ids);
        if (!decision.IsOk)
            return request.IsQueuedWhenFrozen && decision.Refusals[0] is BranchLocked
                ? await QueueAsync(context, request, command, branch, head, before, cancellationToken)
                : decision.Refusals;
        var verdict = await gate.CheckAsync(context, branch, before, decision.Value.Edit.After, cancellationToken);
        return verdict.Refusals.IsEmpty
            ? Answer(context, request, decision.Value.Change, new(request.Branch, decision.Value.Commit.Id, decision.Value.Edit.Results, verdict.Names), decision.Value.Edit.After)
            : verdict.Refusals;
    }

    private async ValueTask<Result<Decided<CommitAnswer>>> QueueAsync(
        CommandContext context, CommitRequest request, MakeCommit command, Branch branch, CommitRecord head, Snapshot before, CancellationToken cancellationToken)
    {
        var waiting = await queue.CountAsync(branch.Name, cancellationToken);
        if (waiting >= QueuedCommit.MaxWaiting)
            return new LimitExceeded("waiting commits", QueuedCommit.MaxWaiting, waiting + 1, $"At most {QueuedCommit.MaxWaiting} commits wait on a branch.");
        var kept = command.DecideQueue(context, branch, head, before, registry.Options.Issues, registry.Ids);
        if (!kept.IsOk)
            return kept.Refusals;
        var verdict = await gate.CheckAsync(context, branch, before, kept.Value.Edit.After, cancellationToken);
        return verdict.Refusals.IsEmpty
            ? Answer(context, request, kept.Value.Change, new(request.Branch, kept.Value.Queued.Commit, kept.Value.Edit.Results, verdict.Names) { Queued = kept.Value.Queued.Id }, kept.Value.Edit.After)
            : verdict.Refusals;
    }

    private static Decided<CommitAnswer> Answer(CommandContext context, CommitRequest request, Change change, CommitAnswer answer, Snapshot after) =>
        new(KeyOf(context, request) is { } key ? change with { Answer = new IdempotentAnswer(key, request.RequestHash, CanonicalJson.Literal(answer).Text, context.Time) } : change, () => answer)
        {
            After = after,
        };

    private static Result<CommitAnswer> Repeat(CommitRequest request, IdempotentAnswer known) => known.RequestHash == request.RequestHash
        ? CanonicalJson.Read<CommitAnswer>(System.Text.Encoding.UTF8.GetBytes(known.Answer))
        : new IdempotencyKeyReused(request.IdempotencyKey!) { Path = ["idempotencyKey"] };

    private static Refusal? Refuse(CommitRequest request)
    {
        if (!BranchName.TryParse(request.Branch, out _))
            return new BranchNameInvalid(Shorten(request.Branch)) { Path = ["branch"] };
        if (request.ExpectedHead is { } head && !ObjectHash.TryParse(head, out _))
            return new CommitNotFound(Shorten(head)) { Path = ["expectedHead"] };
        if (request.IdempotencyKey is { Length: 0 or > CommitRequest.MaxKey } key)
            return new ValueOutOfRange("length of the key", 1, CommitRequest.MaxKey, key.Length) { Path = ["idempotencyKey"] };
        return null;
    }

    private static string? KeyOf(CommandContext context, CommitRequest request) =>
        request.IdempotencyKey is null ? null : $"{context.Actor.Subject}\n{request.IdempotencyKey}";

    private static RefusedAttempt AttemptOf(CommitRequest request) => new(TargetTypes.Commit, request.Branch, "create")
    {
        Branch = request.Branch, Issues = request.Issues, Reason = request.Message,
    };

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
