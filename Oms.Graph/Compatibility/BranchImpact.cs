using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Graph.History;
using Oms.Graph.Ontology;
using Oms.Graph.Registry;

namespace Oms.Graph.Compatibility;

/// <summary>Finds the open branches that a change of an element, or of a member of one, would meet.</summary>
internal sealed class BranchImpact(OntologyRegistry registry, CommitLookup commits)
{
    // A branch has to be read whole to see who refers to what: beyond this many, the answer says how many it left out.
    private const int MaxBranches = 100;

    /// <summary>Branches that change the element, or refer to it from where the version that is asked about does not.</summary>
    internal async ValueTask<BranchImpactNode> ReadAsync(Revision revision, ElementId element, CancellationToken cancellationToken)
    {
        var ancestry = commits.AncestryFor(cancellationToken);
        var foreign = await ForeignAsync(revision, element, ancestry, cancellationToken);
        var found = new List<ImpactedBranchNode>();
        var (open, left) = await OpenAsync(revision, ancestry, cancellationToken);
        foreach (var branch in open)
        {
            var content = await registry.RequireSnapshotAsync(branch.Head, cancellationToken);
            var newUses = content.UsagesOf(element).Except(revision.Snapshot.UsagesOf(element)).ToList();
            if (await HasAnyAsync(branch, foreign, ancestry) is var changesIt && (changesIt || newUses.Count > 0))
                found.Add(new ImpactedBranchNode(branch, changesIt, newUses));
        }

        return new BranchImpactNode(found, left);
    }

    /// <summary>Branches that change the member, or rely on it from where the version that is asked about does not.</summary>
    internal async ValueTask<MemberBranchImpactNode> ReadAsync(Revision revision, ElementId element, MemberId member, CancellationToken cancellationToken)
    {
        var ancestry = commits.AncestryFor(cancellationToken);
        var foreign = await ForeignAsync(revision, element, ancestry, cancellationToken);
        var known = MemberImpact.Of(revision.Snapshot, element, member).Select(Identity).ToHashSet();
        var found = new List<MemberImpactedBranchNode>();
        var (open, left) = await OpenAsync(revision, ancestry, cancellationToken);
        foreach (var branch in open)
        {
            var content = await registry.RequireSnapshotAsync(branch.Head, cancellationToken);
            var newUsers = MemberImpact.Of(content, element, member).Where(u => !known.Contains(Identity(u))).ToList();
            var changesIt = await HasAnyAsync(branch, foreign, ancestry) && await ChangesAsync(branch, content);
            if (changesIt || newUsers.Count > 0)
                found.Add(new MemberImpactedBranchNode(branch, changesIt, newUsers));
        }

        return new MemberBranchImpactNode(found, left);

        async ValueTask<bool> ChangesAsync(Branch branch, Snapshot content)
        {
            var parted = await MergeBase.FindAsync(ancestry, id => registry.RequireSnapshotAsync(id, cancellationToken), revision.Commit.Id, branch.Head);
            return MemberImpact.Differs(parted.Snapshot, content, element, member);
        }
    }

    private static (ElementId, MemberId?, MemberUseKind) Identity(MemberUse use) => (use.Element.Id, use.Member?.Id, use.Kind);

    // Commits that changed the element and that the version asked about has not.
    private async ValueTask<List<CommitRecord>> ForeignAsync(Revision revision, ElementId element, Ancestry ancestry, CancellationToken cancellationToken)
    {
        var foreign = new List<CommitRecord>();
        foreach (var commit in await registry.Store.GetCommitsOfElementAsync(element, cancellationToken))
            if (!await ancestry.IsAncestorAsync(commit.Id, revision.Commit.Id))
                foreign.Add(commit);
        return foreign;
    }

    private async ValueTask<(List<Branch> Open, int Left)> OpenAsync(Revision revision, Ancestry ancestry, CancellationToken cancellationToken)
    {
        var open = new List<Branch>();
        var left = 0;
        foreach (var branch in await registry.GetBranchesAsync(cancellationToken))
            if (branch.State == BranchState.Archived || branch.Name == revision.Branch.Name || await ancestry.IsAncestorAsync(branch.Head, revision.Commit.Id))
                continue;
            else if (open.Count < MaxBranches)
                open.Add(branch);
            else
                left++;
        return (open, left);
    }

    private static async ValueTask<bool> HasAnyAsync(Branch branch, List<CommitRecord> of, Ancestry ancestry)
    {
        foreach (var commit in of)
            if (await ancestry.IsAncestorAsync(commit.Id, branch.Head))
                return true;
        return false;
    }
}
