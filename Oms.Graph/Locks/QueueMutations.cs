using System.Security.Claims;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Registry;

namespace Oms.Graph.Locks;

/// <summary>The mutation on commits that wait for the end of a lock.</summary>
[ExtendObjectType("Mutation")]
internal static class QueueMutations
{
    public static async Task<WithdrawQueuedCommitPayload> WithdrawQueuedCommitAsync(
        WithdrawQueuedCommitInput input, ClaimsPrincipal user, Caller caller, CommitQueue queue, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var withdraw = new WithdrawQueuedCommit(input.Branch, input.Queued, input.Reason);
        return new(await registry.ExecuteAsync<QueuedCommit>(context, QueuedCommit.PrefixOf(input.Branch) + input.Queued, withdraw.Attempt, DecideAsync, null, cancellationToken));

        async ValueTask<Result<Decided<QueuedCommit>>> DecideAsync(CancellationToken token)
        {
            var decision = withdraw.Decide(context, await queue.FindAsync(input.Branch, input.Queued, token));
            return decision.IsOk ? new Decided<QueuedCommit>(decision.Value, () => CanonicalJson.Read<QueuedCommit>(decision.Value.Documents[0].Content.Span)) : decision.Refusals;
        }
    }
}
