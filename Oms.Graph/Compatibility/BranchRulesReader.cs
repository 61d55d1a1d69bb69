using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Compatibility;

/// <summary>Reads what changes of a branch have to keep.</summary>
internal sealed class BranchRulesReader(OntologyRegistry registry)
{
    /// <summary>The rules; those that ask for nothing where none are set.</summary>
    internal async ValueTask<BranchRules> ReadAsync(BranchName branch, CancellationToken cancellationToken) =>
        RulesDecision.Read(await FindAsync(branch, cancellationToken));

    /// <summary>The document; null where there is none.</summary>
    internal ValueTask<StoredDocument?> FindAsync(BranchName branch, CancellationToken cancellationToken) =>
        registry.Store.GetDocumentAsync(BranchRules.DocumentKind, branch.Value, cancellationToken);
}
