using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Domain.Merging;

/// <summary>A decision in favour of taking changes in.</summary>
/// <param name="Change">What to write.</param>
/// <param name="Commit">The commit at the branch's head after it.</param>
/// <param name="Branch">The branch after it.</param>
/// <param name="After">The ontology after it; null where the head only moves to a commit that is there.</param>
public sealed record IntegrationDecision(Change Change, ObjectHash Commit, Branch Branch, Snapshot? After);
