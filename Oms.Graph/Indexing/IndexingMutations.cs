using System.Security.Claims;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Indexing;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>The mutations by which an indexer begins, reports and ends an indexing.</summary>
[ExtendObjectType("Mutation")]
internal static class IndexingMutations
{
    public static async Task<StartIndexingPayload> StartIndexingAsync(
        StartIndexingInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, RegistryOptions options, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var start = new StartIndexing(input.Reason, [.. input.Kinds ?? []])
        {
            IndexingId = input.Indexing, Ttl = Seconds(input.TtlSeconds), HeartbeatInterval = Seconds(input.HeartbeatSeconds), ExpectedEnd = input.ExpectedEnd,
        };
        return new(await command.ExecuteAsync(
            context,
            input.Branch,
            Attempt(input.Branch, input.Indexing ?? string.Empty, "start", input.Reason),
            b => start.Decide(context, b, options.Issues),
            cancellationToken));
    }

    public static async Task<IndexingPayload> ReportIndexingProgressAsync(
        ReportIndexingProgressInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var report = new ReportIndexingProgress(input.Indexing, input.Progress?.ToProgress())
        {
            FencingToken = input.FencingToken, ExpectedEnd = input.ExpectedEnd,
        };
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, input.Indexing, "progress", null), b => report.Decide(context, b), cancellationToken));
    }

    public static async Task<IndexingPayload> CompleteIndexingAsync(
        CompleteIndexingInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var commit = default(ObjectHash);
        var isKnown = input.Commit is null || ObjectHash.TryParse(input.Commit, out commit);
        var complete = new CompleteIndexing(input.Indexing)
        {
            FencingToken = input.FencingToken,
            Kinds = [.. input.Kinds ?? []],
            Commit = input.Commit is null ? null : commit,
            Records = input.Records,
            SizeBytes = input.SizeBytes,
        };
        return new(await command.ExecuteAsync(
            context,
            input.Branch,
            Attempt(input.Branch, input.Indexing, "complete", null),
            b => isKnown ? complete.Decide(context, b) : new CommitNotFound(Shorten(input.Commit!)) { Path = ["commit"] },
            cancellationToken));
    }

    public static async Task<IndexingPayload> FailIndexingAsync(
        FailIndexingInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var fail = new FailIndexing(input.Indexing, input.Message) { FencingToken = input.FencingToken };
        return new(await command.ExecuteAsync(
            context, input.Branch, Attempt(input.Branch, input.Indexing, "fail", input.Message), b => fail.Decide(context, b), cancellationToken));
    }

    public static async Task<SetAutoMergePayload> SetAutoMergeAsync(
        SetAutoMergeInput input, ClaimsPrincipal user, Caller caller, BranchCommand command, RegistryOptions options, OntologyRegistry registry,
        CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var isName = BranchName.TryParse(input.Into, out var into);
        var isThere = input.Into is null || (isName && await registry.GetCurrentBranchAsync(into, cancellationToken) is not null);
        var set = new SetAutoMerge(input.Into is null ? null : into, [.. input.Issues])
        {
            RequiresApprovals = input.RequiresApprovals, RequiresChecks = input.RequiresChecks, Timeout = TimeSpan.FromSeconds(input.TimeoutSeconds),
        };
        return new(await command.ExecuteAsync(
            context,
            input.Branch,
            new(TargetTypes.Branch, input.Branch, "set_auto_merge") { Branch = input.Branch, Issues = [.. input.Issues] },
            b => isThere ? set.Decide(context, b, options.Issues) : new BranchNotFound(Shorten(input.Into!)) { Path = ["into"] },
            cancellationToken));
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } given ? TimeSpan.FromSeconds(given) : null;

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";

    private static RefusedAttempt Attempt(string branch, string indexing, string verb, string? reason) =>
        new(TargetTypes.Indexing, indexing, verb) { Branch = branch, Reason = reason };
}
