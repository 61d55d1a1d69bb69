using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Import;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Compatibility;
using Oms.Graph.Registry;

namespace Oms.Graph.Import;

/// <summary>Carries an import out: reads the files, compares them with the branch, and makes one commit of what differs.</summary>
/// <param name="registry">The registry.</param>
/// <param name="gate">Holds what is imported against the branch's rules.</param>
internal sealed class ImportCommand(OntologyRegistry registry, ChangeGate gate)
{
    /// <summary>Imports, or says why not; a refusal is audited. The number of operations is not limited as a client's commit is.</summary>
    internal async ValueTask<Result<ImportAnswer>> ExecuteAsync(CommandContext context, ImportRequest request, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Commit, request.Branch, "import")
        {
            Branch = request.Branch, Issues = request.Issues, Reason = request.Message,
        };
        if (!context.May(Right.Import))
            return await registry.RefuseAsync<ImportAnswer>(context, attempt, [NotAuthorized.Lacking(Right.Import, "to import an ontology")]);
        if (!BranchName.TryParse(request.Branch, out var name))
            return await registry.RefuseAsync<ImportAnswer>(context, attempt, [new BranchNameInvalid(Shorten(request.Branch)) { Path = ["branch"] }]);
        // Reading takes longest and needs no branch, so nobody who writes to it waits for this.
        var vocabulary = VocabularyReader.Read(request.Format, request.Files, request.Progress, cancellationToken);
        if (!vocabulary.IsOk)
            return await registry.RefuseAsync<ImportAnswer>(context, attempt, vocabulary.Refusals);
        var current = await DecideAsync(context, request, name, vocabulary.Value, cancellationToken);
        if (!current.IsOk)
            return await registry.RefuseAsync<ImportAnswer>(context, attempt, current.Refusals);
        if (request.IsDryRun || current.Value.Decision is null)
            return new ImportAnswer(name.Value, null, current.Value.Summary);
        return await registry.ExecuteAsync(context, name, attempt, WriteAsync, null, cancellationToken);

        async ValueTask<Result<Decided<ImportAnswer>>> WriteAsync(CancellationToken token)
        {
            var decided = await DecideAsync(context, request, name, vocabulary.Value, token);
            if (!decided.IsOk)
                return decided.Refusals;
            if (decided.Value.Decision is not { } decision)
                return new NothingChanged(name.Value);
            var answer = new ImportAnswer(name.Value, decision.Commit.Id, decided.Value.Summary);
            return new Decided<ImportAnswer>(decision.Change, () => answer) { After = decision.Edit.After };
        }
    }

    private async ValueTask<Result<(CommitDecision? Decision, ImportSummary Summary)>> DecideAsync(
        CommandContext context, ImportRequest request, BranchName name, ImportedVocabulary vocabulary, CancellationToken cancellationToken)
    {
        if (await registry.LoadBranchAsync(name, cancellationToken) is not { } branch)
            return new BranchNotFound(name.Value) { Path = ["branch"] };
        var head = await registry.GetCommitAsync(branch.Head, cancellationToken)
            ?? throw new StoreException("STORE_DAMAGED", $"the head {branch.Head.Short} of '{branch.Name}' is missing");
        var before = (await registry.GetSnapshotAsync(branch.Head, cancellationToken))!;
        var plan = ImportPlanner.Plan(before, vocabulary);
        var decision = new MakeCommit(plan.Operations, request.Message, request.Issues, null, null)
            .Decide(context, branch, head, before, registry.Options.Issues, registry.Ids);
        if (decision.IsOk)
        {
            var verdict = await gate.CheckAsync(context, branch, before, decision.Value.Edit.After, cancellationToken);
            return verdict.Refusals.IsEmpty ? (decision.Value, plan.Summary) : verdict.Refusals;
        }

        return decision.Refusals is [NothingChanged] ? (null, plan.Summary) : decision.Refusals;
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
