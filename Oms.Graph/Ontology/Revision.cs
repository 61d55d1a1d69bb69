using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>One version of the ontology as a request reads it. Every node read from it carries it along, so that nothing is looked up twice.</summary>
/// <param name="branch">The branch it was asked for on.</param>
/// <param name="commit">The commit.</param>
/// <param name="snapshot">The content after it.</param>
/// <param name="isHead">True when the branch's head was asked for, not a commit or a moment.</param>
internal sealed class Revision(Branch branch, CommitRecord commit, Snapshot snapshot, bool isHead)
{
    /// <summary>What marks a commit in a global id; no branch's name holds it.</summary>
    internal const char CommitMark = '@';

    /// <summary>The branch it was asked for on.</summary>
    internal Branch Branch => branch;

    /// <summary>The commit.</summary>
    internal CommitRecord Commit => commit;

    /// <summary>The content.</summary>
    internal Snapshot Snapshot => snapshot;

    /// <summary>The version as global ids write it.</summary>
    internal string Reference { get; } = isHead ? branch.Name.Value : CommitMark + commit.Id.Value;
}
