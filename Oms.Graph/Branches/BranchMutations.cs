using System.Security.Claims;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Engine.Configuration;
using Oms.Graph.Access;

namespace Oms.Graph.Branches;

/// <summary>The mutations that make and change branches.</summary>
[ExtendObjectType("Mutation")]
internal static class BranchMutations
{
    public static async Task<CreateBranchPayload> CreateBranchAsync(
        CreateBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken) =>
        new(await command.CreateAsync(caller.ContextFor(user), input, cancellationToken));

    public static async Task<ArchiveBranchPayload> ArchiveBranchAsync(
        ArchiveBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var archive = new ArchiveBranch(input.Reason);
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "archive", input.Reason), b => archive.Decide(context, b), cancellationToken));
    }

    public static async Task<ProtectBranchPayload> ProtectBranchAsync(
        ProtectBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var protect = new ProtectBranch(input.IsProtected, input.Reason);
        var attempt = Attempt(input.Branch, input.IsProtected ? "protect" : "unprotect", input.Reason);
        return new(await command.ExecuteAsync(context, input.Branch, attempt, b => protect.Decide(context, b), cancellationToken));
    }

    public static async Task<SetBranchStatePayload> SetBranchStateAsync(
        SetBranchStateInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var set = new SetBranchState(input.State, input.Reason);
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "set_state", input.Reason), b => set.Decide(context, b), cancellationToken));
    }

    private static RefusedAttempt Attempt(string branch, string verb, string reason) =>
        new(TargetTypes.Branch, branch, verb) { Branch = branch, Reason = reason };
}
