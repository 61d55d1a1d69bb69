using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Registry;
using Oms.Graph.Releases;

namespace Oms.Graph.Branches;

/// <summary>Carries commands on branches and their locks out.</summary>
/// <param name="registry">The registry.</param>
/// <param name="releases">Finds the release that a branch starts from.</param>
internal sealed class BranchCommand(OntologyRegistry registry, ReleaseLookup releases)
{
    /// <summary>Decides on a branch that is there and commits what was decided; a refusal is audited.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="branch">The branch's name as given.</param>
    /// <param name="attempt">What to write down when it is refused.</param>
    /// <param name="decide">Decides for the branch as it was loaded.</param>
    /// <param name="cancellationToken">Ends the wait; never a write that has begun.</param>
    internal async ValueTask<Result<Branch>> ExecuteAsync(
        CommandContext context, string branch, RefusedAttempt attempt, Func<Branch, Result<Change>> decide, CancellationToken cancellationToken)
    {
        if (!BranchName.TryParse(branch, out var name))
            return await registry.RefuseAsync<Branch>(context, attempt, [Invalid(branch, "branch")]);
        return await registry.ExecuteAsync(context, name, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Branch>>> DecideAsync(CancellationToken token) =>
            await registry.LoadBranchAsync(name, token) is { } loaded
                ? Answer(decide(loaded))
                : new BranchNotFound(branch) { Path = ["branch"] };
    }

    /// <summary>Makes a branch; a refusal is audited.</summary>
    internal async ValueTask<Result<Branch>> CreateAsync(CommandContext context, CreateBranchInput input, CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, input.Name, "create") { Branch = input.Name };
        if (!BranchName.TryParse(input.Name, out var name))
            return await registry.RefuseAsync<Branch>(context, attempt, [Invalid(input.Name, "name")]);
        return await registry.ExecuteAsync(context, name, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Branch>>> DecideAsync(CancellationToken token)
        {
            var start = await StartAsync(input.From, token);
            if (!start.IsOk)
                return start.Refusals;
            var (from, at) = start.Value;
            return Answer(new CreateBranch(name, input.Description, from, at)
                .Decide(context, await registry.LoadBranchAsync(name, token), registry.Options.Branches));
        }
    }

    private async ValueTask<Result<(BranchName? From, ObjectHash At)>> StartAsync(BranchSourceInput from, CancellationToken cancellationToken)
    {
        if (from.Branch is { } name)
        {
            return BranchName.TryParse(name, out var parsed) && await registry.LoadCurrentBranchAsync(parsed, cancellationToken) is { } branch
                ? (branch.Name, branch.Head)
                : new BranchNotFound(Shorten(name)) { Path = ["from", "branch"] };
        }

        if (from.Release is { } version)
        {
            return await releases.FindAsync(version, cancellationToken) is { } release
                ? ((BranchName?)null, release.Commit)
                : new ReleaseNotFound(Shorten(version)) { Path = ["from", "release"] };
        }

        return ObjectHash.TryParse(from.Commit, out var commit) && await registry.GetCommitAsync(commit, cancellationToken) is not null
            ? ((BranchName?)null, commit)
            : new CommitNotFound(Shorten(from.Commit!)) { Path = ["from", "commit"] };
    }

    private static Result<Decided<Branch>> Answer(Result<Change> decision)
    {
        if (!decision.IsOk)
            return decision.Refusals;
        var after = decision.Value.Branches.Single().Branch;
        return new Decided<Branch>(decision.Value, () => after);
    }

    private static BranchNameInvalid Invalid(string name, string field) => new(Shorten(name)) { Path = [field] };

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
