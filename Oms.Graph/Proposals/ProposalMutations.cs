using System.Collections.Immutable;
using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>The mutations of the chapter Proposals.</summary>
[ExtendObjectType("Mutation")]
internal static class ProposalMutations
{
    public static async Task<ProposalPayload> CreateProposalAsync(
        CreateProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        new(await command.CreateAsync(caller.ContextFor(user), input, cancellationToken));

    public static Task<ProposalPayload> EditProposalAsync(
        EditProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, RegistryOptions options, CancellationToken cancellationToken)
    {
        var edit = new EditProposal(input.ToText());
        return DoAsync(caller.ContextFor(user), input.Proposal, "update", null, command, (c, l) => edit.Decide(c, l.Proposal, options.Issues), cancellationToken);
    }

    public static Task<ProposalPayload> SubmitProposalAsync(
        ProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        MoveAsync(new(ProposalVerb.Submit, null), input.Proposal, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> ReturnProposalToDraftAsync(
        ProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        MoveAsync(new(ProposalVerb.ReturnToDraft, null), input.Proposal, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> CloseProposalAsync(
        EndProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        MoveAsync(new(ProposalVerb.Close, input.Reason), input.Proposal, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> RejectProposalAsync(
        EndProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        MoveAsync(new(ProposalVerb.Reject, input.Reason), input.Proposal, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> ReopenProposalAsync(
        ProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        MoveAsync(new(ProposalVerb.Reopen, null), input.Proposal, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> ApproveProposalAsync(
        ReviewProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        ReviewAsync(ReviewVerdict.Approved, "approve", input, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> RequestChangesAsync(
        ReviewProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        ReviewAsync(ReviewVerdict.ChangesRequested, "request_changes", input, user, caller, command, cancellationToken);

    public static Task<ProposalPayload> WithdrawReviewAsync(
        ProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        DoAsync(caller.ContextFor(user), input.Proposal, "withdraw_review", null, command, new WithdrawReview().Decide, cancellationToken);

    public static async Task<MergeProposalPayload> MergeProposalAsync(
        MergeProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken)
    {
        var merge = new MergeProposal(input.Message, input.ExpectedContent) { UseOverride = input.UseOverride };
        var (result, report) = await command.MergeAsync(
            caller.ContextFor(user), input.Proposal, merge, input.Strategy, isThroughQueue: false, cancellationToken);
        return new(result, report);
    }

    public static async Task<SetReviewPolicyPayload> SetReviewPolicyAsync(
        SetReviewPolicyInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var set = new SetReviewPolicy(input.Policy?.ToPolicy(), input.Reason);
        var attempt = new RefusedAttempt(TargetTypes.Branch, input.Branch, "set_policy") { Branch = input.Branch, Reason = input.Reason };
        return new(await command.ExecuteAsync(context, input.Branch, attempt, b => set.Decide(context, b), cancellationToken));
    }

    public static async Task<ProposalPayload> RerunProposalChecksAsync(
        RerunProposalChecksInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, ProposalReader reader, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var run = new RunChecks([.. input.Kinds]);
        return new(await command.ExecuteAsync(context, input.Proposal, "run_checks", null, DecideAsync, cancellationToken));

        async ValueTask<Result<Change>> DecideAsync(LoadedProposal loaded, CancellationToken token) =>
            run.Decide(
                context, loaded.Proposal, await reader.InputAsync(loaded, (await reader.TryAsync(loaded, context, token)).Tried, context, token));
    }

    public static Task<ProposalPayload> RequestOverrideAsync(
        EndProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        DoAsync(caller.ContextFor(user), input.Proposal, "override_request", input.Reason, command, new RequestOverride(input.Reason).Decide, cancellationToken);

    public static Task<ProposalPayload> ApproveOverrideAsync(
        ProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        DoAsync(caller.ContextFor(user), input.Proposal, "override_approve", null, command, new ApproveOverride().Decide, cancellationToken);

    public static async Task<ProposalPayload> EnqueueProposalAsync(
        EnqueueProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, ProposalReader reader, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var enqueue = new EnqueueProposal(input.Strategy, input.Message);
        return new(await command.ExecuteAsync(
            context, input.Proposal, "enqueue", null,
            async (l, token) => enqueue.Decide(context, (await reader.TryAsync(l, context, token)).Facts), cancellationToken));
    }

    public static Task<ProposalPayload> DequeueProposalAsync(
        EndProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken) =>
        DoAsync(
            caller.ContextFor(user), input.Proposal, "dequeue", input.Reason, command, (c, l) => new DequeueProposal(input.Reason).Decide(c, l.Proposal), cancellationToken);

    public static async Task<CommentPayload> CommentOnProposalAsync(
        CommentOnProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var comment = input.ToCommand();
        if (!comment.IsOk)
            return new(await command.ExecuteAsync(
                context, input.Proposal, "comment", input.Text, (_, _) => new(Refused(comment.Refusals)), cancellationToken), null);
        var (result, thread) = await command.CommentAsync(context, input.Proposal, input.Thread, comment.Value, cancellationToken);
        return new(result, thread);
    }

    public static async Task<CommentPayload> ResolveProposalThreadAsync(
        ResolveProposalThreadInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken)
    {
        var resolve = new CommentOnProposal(input.Text) { IsResolved = input.IsResolved };
        var (result, thread) = await command.CommentAsync(caller.ContextFor(user), input.Proposal, input.Thread, resolve, cancellationToken);
        return new(result, thread);
    }

    private static Result<Change> Refused(ImmutableArray<Refusal> refusals) => refusals;

    private static Task<ProposalPayload> ReviewAsync(
        ReviewVerdict verdict, string verb, ReviewProposalInput input, ClaimsPrincipal user, Caller caller, ProposalCommand command,
        CancellationToken cancellationToken)
    {
        var review = new ReviewProposal(verdict, input.Comment, input.ExpectedContent);
        return DoAsync(caller.ContextFor(user), input.Proposal, verb, input.Comment, command, review.Decide, cancellationToken);
    }

    private static async Task<ProposalPayload> MoveAsync(
        MoveProposal move, string proposal, ClaimsPrincipal user, Caller caller, ProposalCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        return new(await command.ExecuteAsync(
            context, proposal, move.Verb.ToString().ToLowerInvariant(), move.Reason,
            async (l, token) => move.Decide(context, l, await command.TwinAsync(l.Proposal, token)), cancellationToken));
    }

    private static async Task<ProposalPayload> DoAsync(
        CommandContext context, string proposal, string verb, string? reason, ProposalCommand command, Func<CommandContext, LoadedProposal, Result<Change>> decide,
        CancellationToken cancellationToken) =>
        new(await command.ExecuteAsync(context, proposal, verb, reason, (l, _) => new(decide(context, l)), cancellationToken));
}
