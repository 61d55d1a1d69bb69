using Oms.Domain.History;
using Oms.Domain.Import;

namespace Oms.Graph.Import;

/// <summary>What an import came to.</summary>
/// <param name="Branch">The branch's name.</param>
/// <param name="Commit">The commit; null where the branch had it all already, or nothing was to be written.</param>
/// <param name="Summary">The numbers.</param>
internal sealed record ImportAnswer(string Branch, ObjectHash? Commit, ImportSummary Summary);
