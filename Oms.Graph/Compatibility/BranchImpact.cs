using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Graph.History;
using Oms.Graph.Ontology;
using Oms.Graph.Registry;

namespace Oms.Graph.Compatibility;

/// <summary>Finds the open branches that a change of an element would meet.</summary>
internal sealed class BranchImpact(OntologyRegistry registry, CommitLookup commits)
{
    // A branch has to be read whole to see who refers to what: beyond this many, the answer says how many it left out.
    private const int MaxBranches = 100;

    /// <summary>Branches that change the element, or refer to it from where the version that is asked about does not.</summary>
    internal async ValueTask<BranchImpactNode> ReadAsync(Revision revision, ElementId element, CancellationToken cancellationToken)
    {
        var ancestry = commits.AncestryFor(cancellationToken);
        var foreign = new List<CommitRecord>();
        foreach (var commit in await registry.Store.GetCommitsOfElementAsync(element, cancellationToken))
            if (!await ancestry.IsAncestorAsync(commit.Id, revision.Commit.Id))
                foreign.Add(commit);
        var found = new List<ImpactedBranchNode>();
        var looked = 0;
        var left = 0;
        foreach (var branch in await registry.GetBranchesAsync(cancellationToken))
        {
            if (branch.State == BranchState.Archived || branch.Name == revision.Branch.Name || await ancestry.IsAncestorAsync(branch.Head, revision.Commit.Id))
                continue;
            if (++looked > MaxBranches)
            {
                left++;
                continue;
            }

            var changesIt = false;
            foreach (var commit in foreign)
                changesIt |= await ancestry.IsAncestorAsync(commit.Id, branch.Head);
            var content = await registry.GetSnapshotAsync(branch.Head, cancellationToken);
            var newUses = content!.UsagesOf(element).Except(revision.Snapshot.UsagesOf(element)).ToList();
            if (changesIt || newUses.Count > 0)
                found.Add(new ImpactedBranchNode(branch, changesIt, newUses));
        }

        return new BranchImpactNode(found, left);
    }
}
