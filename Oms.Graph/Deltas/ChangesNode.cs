using System.Text;
using Oms.Domain.Deltas;
using Oms.Domain.History;
using Oms.Graph.History;
using Oms.Graph.Ontology;

namespace Oms.Graph.Deltas;

/// <summary>GraphQL type <c>ChangesSince</c>.</summary>
internal sealed class ChangesNode
{
    private readonly Revision head;
    private readonly byte[]? content;

    internal ChangesNode(Revision known, Revision head)
    {
        this.head = head;
        var changes = TreeDiff.Compare(known.Snapshot, head.Snapshot);
        Created = changes.Count(c => c.Before.IsEmpty);
        Deleted = changes.Count(c => c.After.IsEmpty);
        Updated = changes.Length - Created - Deleted;
        if (changes.IsEmpty)
            return;
        content = DeltaWriter.Delta(known.Snapshot, head.Snapshot);
        Kind = ChangesKind.Delta;

        // A delta has no element that the whole has not, and says less of each; it can be the larger one only where much was deleted.
        if (Deleted < head.Snapshot.Count || DeltaWriter.Full(head.Snapshot) is not { } full || full.Length >= content.Length)
            return;
        content = full;
        Kind = ChangesKind.Full;
    }

    public ChangesKind Kind { get; } = ChangesKind.NotModified;

    public string Tree => head.Snapshot.Tree.ToString();

    public CommitNode Commit => new(head.Commit);

    public int Created { get; }

    public int Updated { get; }

    public int Deleted { get; }

    public int ContentBytes => content?.Length ?? 0;

    public string? Content => content is null ? null : Encoding.UTF8.GetString(content);

    /// <summary>The content in UTF-8; null when there is nothing.</summary>
    internal byte[]? Bytes => content;
}
