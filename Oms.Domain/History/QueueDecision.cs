using Oms.Domain.Locks;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>A decision to keep a commit until a lock ends.</summary>
/// <param name="Change">What to write.</param>
/// <param name="Queued">The commit as it waits.</param>
/// <param name="Edit">What its operations came to on the head of now.</param>
public sealed record QueueDecision(Change Change, QueuedCommit Queued, Edit Edit);
