using System.Security.Claims;
using Oms.Domain.Audit;
using Oms.Domain.Locks;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Registry;

namespace Oms.Graph.Locks;

/// <summary>The mutations that take, extend and end locks.</summary>
[ExtendObjectType("Mutation")]
internal static class LockMutations
{
    public static async Task<LockBranchPayload> LockBranchAsync(
        LockBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, RegistryOptions options, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var ttl = input.TtlSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : default(TimeSpan?);
        var take = new LockBranch(input.Reason, ttl, input.Issue);
        var attempt = Attempt(input.Branch, "acquire", input.Reason) with { Issues = input.Issue is null ? [] : [input.Issue] };
        return new(await command.ExecuteAsync(context, input.Branch, attempt, b => take.Decide(context, b, options.Issues), cancellationToken));
    }

    public static async Task<ExtendLockPayload> ExtendLockAsync(
        ExtendLockInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var extend = new ExtendLock(input.FencingToken, TimeSpan.FromSeconds(input.TtlSeconds));
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "extend", null), b => extend.Decide(context, b), cancellationToken));
    }

    public static async Task<UnlockBranchPayload> UnlockBranchAsync(
        UnlockBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var release = new UnlockBranch(input.FencingToken);
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "release", null), b => release.Decide(context, b), cancellationToken));
    }

    public static async Task<ForceUnlockBranchPayload> ForceUnlockBranchAsync(
        ForceUnlockBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var force = new ForceUnlock(input.Reason);
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "force_unlock", input.Reason), b => force.Decide(context, b), cancellationToken));
    }

    private static RefusedAttempt Attempt(string branch, string verb, string? reason) =>
        new(TargetTypes.Lock, branch, verb) { Branch = branch, Reason = reason };
}
