using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Graph.Access;

namespace Oms.Graph.Merging;

/// <summary>The mutations of the chapter Merging.</summary>
[ExtendObjectType("Mutation")]
internal static class MergeMutations
{
    public static async Task<MergeBranchPayload> MergeBranchAsync(
        MergeBranchInput input, ClaimsPrincipal user, Caller caller, MergeCommand command, CancellationToken cancellationToken)
    {
        var (result, report) = await command.MergeAsync(caller.ContextFor(user), input, cancellationToken);
        return new(result, report);
    }

    public static async Task<RevertCommitPayload> RevertCommitAsync(
        IntegrateCommitInput input, ClaimsPrincipal user, Caller caller, MergeCommand command, CancellationToken cancellationToken)
    {
        var (result, report) = await command.IntegrateAsync(caller.ContextFor(user), input, isRevert: true, cancellationToken);
        return new(result, report);
    }

    public static async Task<CherryPickCommitPayload> CherryPickCommitAsync(
        IntegrateCommitInput input, ClaimsPrincipal user, Caller caller, MergeCommand command, CancellationToken cancellationToken)
    {
        var (result, report) = await command.IntegrateAsync(caller.ContextFor(user), input, isRevert: false, cancellationToken);
        return new(result, report);
    }

    public static async Task<ResolveConflictPayload> ResolveConflictAsync(
        ResolveConflictInput input, ClaimsPrincipal user, Caller caller, MergeCommand command, CancellationToken cancellationToken) =>
        new(await command.ResolveAsync(caller.ContextFor(user), input, cancellationToken));
}
