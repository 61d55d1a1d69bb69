using System.Collections.Immutable;
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
        var attempt = Attempt(input.Branch, "acquire", input.Reason) with { Issues = input.Issue is null ? [] : [input.Issue] };
        var scopes = LockScopeInput.Read(input.Scopes);
        return new(await command.ExecuteAsync(
            context,
            input.Branch,
            attempt,
            b => scopes.IsOk ? Take(input, scopes.Value).Decide(context, b, options.Issues) : scopes.Refusals,
            cancellationToken));
    }

    public static async Task<ExtendLockPayload> ExtendLockAsync(
        ExtendLockInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var extend = new ExtendLock(input.FencingToken, TimeSpan.FromSeconds(input.TtlSeconds));
        var result = await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "extend", null), b => extend.Decide(context, b), cancellationToken);
        return new(result, input.FencingToken);
    }

    public static async Task<HeartbeatLockPayload> HeartbeatLockAsync(
        HeartbeatLockInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var heartbeat = new HeartbeatLock(input.FencingToken, input.Progress?.ToProgress(), input.ExpectedEnd);
        var result = await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "heartbeat", null), b => heartbeat.Decide(context, b), cancellationToken);
        return new(result, input.FencingToken);
    }

    public static async Task<UnlockBranchPayload> UnlockBranchAsync(
        UnlockBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var scopes = LockScopeInput.Read(input.Scopes);
        return new(await command.ExecuteAsync(
            context,
            input.Branch,
            Attempt(input.Branch, "release", null),
            b => scopes.IsOk ? new UnlockBranch(input.FencingToken) { Scopes = scopes.Value }.Decide(context, b) : scopes.Refusals,
            cancellationToken));
    }

    public static async Task<ForceUnlockBranchPayload> ForceUnlockBranchAsync(
        ForceUnlockBranchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var force = new ForceUnlock(input.Reason, input.Lock);
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, "force_unlock", input.Reason), b => force.Decide(context, b), cancellationToken));
    }

    private static LockBranch Take(LockBranchInput input, ImmutableArray<LockScope> scopes) => new(input.Reason, Seconds(input.TtlSeconds), input.Issue)
    {
        Type = input.Type,
        Scopes = scopes,
        HeartbeatInterval = Seconds(input.HeartbeatSeconds),
        ExpectedEnd = input.ExpectedEnd,
    };

    private static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;

    private static RefusedAttempt Attempt(string branch, string verb, string? reason) =>
        new(TargetTypes.Lock, branch, verb) { Branch = branch, Reason = reason };
}
