using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.History;
using Oms.Graph.Registry;
using Oms.Graph.Releases;

namespace Oms.Graph.Compatibility;

/// <summary>Holds every change of a branch's content, however it is made, against the branch's rules.</summary>
internal sealed class ChangeGate(OntologyRegistry registry, CommitLookup commits, ReleaseLookup releases, BranchRulesReader reader)
{
    /// <summary>Checks a change of a branch before it is written.</summary>
    /// <param name="context">Who changes, when.</param>
    /// <param name="branch">The branch as it was loaded.</param>
    /// <param name="before">The ontology at its head.</param>
    /// <param name="after">The ontology after the change.</param>
    /// <param name="cancellationToken">Ends what is loaded.</param>
    internal async ValueTask<GateVerdict> CheckAsync(
        CommandContext context, Branch branch, Snapshot before, Snapshot after, CancellationToken cancellationToken)
    {
        var rules = await reader.ReadAsync(branch.Name, cancellationToken);
        var check = new RulesCheck(rules, before, after);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        if (!rules.Compatibility.IsEmpty || rules.GraceDays is not null)
        {
            var breaks = check.Breaks(
                context.Time, await EarlierAsync(rules, branch, cancellationToken), await DeprecatedAsync(rules, branch, check, cancellationToken));
            if (!breaks.IsEmpty)
                refusals.Add(new CompatibilityBroken(branch.Name.Value, breaks));
        }

        var refused = check.RefusedNames();
        if (!refused.IsEmpty)
            refusals.Add(new NamingViolated(branch.Name.Value, refused));
        return new GateVerdict(refusals.ToImmutable(), check.Names());
    }

    private async ValueTask<IReadOnlyList<EarlierRelease>> EarlierAsync(BranchRules rules, Branch branch, CancellationToken cancellationToken)
    {
        if (!rules.IsTransitive)
            return [];
        var ancestry = commits.AncestryFor(cancellationToken);
        var earlier = new List<EarlierRelease>();
        foreach (var release in await releases.AllAsync(cancellationToken))
            if (!release.Version.IsPreRelease && await ancestry.IsAncestorAsync(release.Commit, branch.Head))
                earlier.Add(new EarlierRelease(release.Version.Value, (await registry.GetSnapshotAsync(release.Commit, cancellationToken))!));
        return earlier;
    }

    private async ValueTask<Dictionary<Departure, DateTimeOffset>> DeprecatedAsync(
        BranchRules rules, Branch branch, RulesCheck check, CancellationToken cancellationToken)
    {
        var since = new Dictionary<Departure, DateTimeOffset>();
        if (rules.GraceDays is null)
            return since;
        foreach (var element in check.Departures().Where(d => d.Deprecation is not null).GroupBy(d => d.Element))
        {
            var lines = await new Blame(id => OnItsLineAsync(id, cancellationToken), hash => DefinitionAsync(hash, cancellationToken)).RunAsync(element.Key, branch.Head);
            foreach (var gone in element)
                if (lines.FirstOrDefault(l => l.Member == gone.Member && l.Field == "status") is { } line)
                    since[gone] = line.Commit.Commit.Time;
        }

        return since;
    }

    // The branch deprecates something when it takes a merge in, not when somebody wrote so elsewhere.
    private async ValueTask<CommitRecord> OnItsLineAsync(ObjectHash id, CancellationToken cancellationToken)
    {
        var record = await commits.GetAsync(id, cancellationToken);
        return record.Commit.Parents.Length < 2 ? record : record with { Commit = record.Commit with { Parents = [record.Commit.Parents[0]] } };
    }

    private async ValueTask<ReadOnlyMemory<byte>> DefinitionAsync(ObjectHash hash, CancellationToken cancellationToken) =>
        await registry.Store.GetObjectAsync(hash, cancellationToken)
        ?? throw new StoreException("STORE_DAMAGED", $"object {hash.Short} is referred to by a commit, and is not in the store");
}
