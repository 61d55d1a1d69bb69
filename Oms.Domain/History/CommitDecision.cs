using Oms.Domain.Branches;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>A decision in favour of a commit.</summary>
/// <param name="Change">What to write.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Edit">What its operations came to, with the ontology after it.</param>
/// <param name="Branch">The branch with the commit as its head.</param>
public sealed record CommitDecision(Change Change, CommitRecord Commit, Edit Edit, Branch Branch);
