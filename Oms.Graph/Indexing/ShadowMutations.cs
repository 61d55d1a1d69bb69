using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Indexing;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>The mutations by which a builder makes a shadow index and switches to it.</summary>
[ExtendObjectType("Mutation")]
internal static class ShadowMutations
{
    public static Task<ShadowPayload> StartShadowBuildAsync(
        StartShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var start = new StartShadowBuild(input.Type, [.. input.Kinds ?? []], input.Strategy);
        return RunAsync(command, caller.ContextFor(user), input.Branch, null, "start", null, start.Decide, cancellationToken);
    }

    public static Task<ShadowPayload> ReportShadowBuildAsync(
        ReportShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var report = new ReportShadowBuild(input.Shadow, input.Percent);
        return RunAsync(command, caller.ContextFor(user), input.Branch, input.Shadow, "report", null, report.Decide, cancellationToken);
    }

    public static Task<ShadowPayload> CompleteShadowBuildAsync(
        CompleteShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var complete = new CompleteShadowBuild(input.Shadow, input.Records, input.SizeBytes, input.IsIntact, input.Location);
        return RunAsync(command, caller.ContextFor(user), input.Branch, input.Shadow, "complete", null, complete.Decide, cancellationToken);
    }

    public static Task<ShadowPayload> FailShadowBuildAsync(
        EndShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken) =>
        EndAsync(command, caller.ContextFor(user), input, ShadowState.Failed, "fail", cancellationToken);

    public static Task<ShadowPayload> CancelShadowBuildAsync(
        EndShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken) =>
        EndAsync(command, caller.ContextFor(user), input, ShadowState.Cancelled, "cancel", cancellationToken);

    public static Task<ShadowPayload> RetryShadowBuildAsync(
        EndShadowBuildInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken) =>
        EndAsync(command, caller.ContextFor(user), input, ShadowState.Preparing, "retry", cancellationToken);

    public static Task<ShadowPayload> SwitchShadowIndexAsync(
        SwitchShadowIndexInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, RegistryOptions options, CancellationToken cancellationToken)
    {
        var change = new SwitchShadowIndex(input.Shadow, input.Force);
        return RunAsync(
            command, caller.ContextFor(user), input.Branch, input.Shadow, "switch", null, (c, b) => change.Decide(c, b, options.Issues), cancellationToken);
    }

    public static Task<ShadowPayload> ConfirmShadowSwitchAsync(
        ConfirmShadowSwitchInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var confirm = new ConfirmShadowSwitch(input.Shadow, input.FencingToken, input.IsVerified, input.Message);
        return RunAsync(command, caller.ContextFor(user), input.Branch, input.Shadow, "confirm", input.Message, confirm.Decide, cancellationToken);
    }

    private static Task<ShadowPayload> EndAsync(
        BranchCommand command, CommandContext context, EndShadowBuildInput input, ShadowState to, string verb, CancellationToken cancellationToken) =>
        RunAsync(command, context, input.Branch, input.Shadow, verb, input.Reason, new EndShadowBuild(input.Shadow, to, input.Reason).Decide, cancellationToken);

    private static async Task<ShadowPayload> RunAsync(
        BranchCommand command, CommandContext context, string branch, string? shadow, string verb, string? reason, Func<CommandContext, Branch, Result<Change>> decide,
        CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.ShadowIndex, shadow ?? branch, verb) { Branch = branch, Reason = reason };
        return new(await command.ExecuteAsync(context, branch, attempt, b => decide(context, b), cancellationToken), shadow);
    }
}
