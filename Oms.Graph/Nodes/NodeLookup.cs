using System.Globalization;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Graph.Audit;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Ontology;
using Oms.Graph.Proposals;
using Oms.Graph.Registry;
using Oms.Graph.Releases;

namespace Oms.Graph.Nodes;

/// <summary>Finds what a global id names. The type in the id must be the type of what is found. One per request.</summary>
internal sealed class NodeLookup(OntologyRegistry registry, Pin pin, CommitLookup commits, ReleaseLookup releases, ProposalTable proposals)
{
    /// <summary>The node; null where nothing is found, or the id is none.</summary>
    internal async ValueTask<object?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryParse(text, out var id))
            return null;
        return id switch
        {
            { Type: BranchNode.TypeName, Parts: [var name] } =>
                await pin.FindAsync(name, cancellationToken) is { } branch ? new BranchNode(branch) : null,
            { Type: ProposalNode.TypeName, Parts: [var key] } => await proposals.FindAsync(key, cancellationToken) is { } proposal ? new ProposalNode(proposal) : null,
            { Type: CommitNode.TypeName, Parts: [var hash] } => await FindCommitAsync(hash, cancellationToken),
            { Type: ReleaseNode.TypeName, Parts: [var version] } =>
                await releases.FindAsync(version, cancellationToken) is { } release ? new ReleaseNode(release) : null,
            { Type: AuditEntryNode.TypeName, Parts: [var sequence] } => await FindAuditEntryAsync(sequence, cancellationToken),
            { Type: DataTypeNode.TypeName, Parts: [var name] } => DataTypes.Find(name) is { } type ? new DataTypeNode(type) : null,
            { Parts: [var reference, var element] } => await FindElementAsync(id.Type, reference, element, cancellationToken),
            { Parts: [var reference, var element, var member] } => await FindMemberAsync(id.Type, reference, element, member, cancellationToken),
            _ => null,
        };
    }

    private async ValueTask<CommitNode?> FindCommitAsync(string hash, CancellationToken cancellationToken) =>
        ObjectHash.TryParse(hash, out var id) && await commits.FindAsync(id.Value, cancellationToken) is { } record ? new(record) : null;

    private async ValueTask<AuditEntryNode?> FindAuditEntryAsync(string text, CancellationToken cancellationToken)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0)
            return null;
        var found = await registry.Store.GetAuditAfterAsync(sequence - 1, 1, cancellationToken);
        return found is [var entry] && entry.Sequence == sequence ? new(entry) : null;
    }

    private async ValueTask<ElementNode?> FindElementAsync(string type, string reference, string element, CancellationToken cancellationToken)
    {
        if (!ElementId.TryParse(element, out var id) || id.Kind.ToString() != type)
            return null;
        return await pin.ReferencedAsync(reference, cancellationToken) is { } revision ? ElementNode.Find(revision, id) : null;
    }

    private async ValueTask<MemberNode?> FindMemberAsync(
        string type, string reference, string element, string member, CancellationToken cancellationToken)
    {
        if (!ElementId.TryParse(element, out var owner) || !MemberId.TryParse(member, out var id))
            return null;
        if (await pin.ReferencedAsync(reference, cancellationToken) is not { } revision)
            return null;
        return MemberNode.Find(revision, owner, id) is { } node && node.TypeName == type ? node : null;
    }
}
