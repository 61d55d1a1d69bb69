using Oms.Domain.Proposals;
using Oms.Graph.Connections;

namespace Oms.Graph.Proposals;

/// <summary>Proposals, the newest first. A cursor is an id, so that it stays when others come and go.</summary>
internal sealed class ProposalListing(Proposal[] proposals) : Listing<Proposal>
{
    internal override IReadOnlyList<Proposal> Items => proposals;

    internal override string CursorOf(Proposal item, int position) => Cursor.Write("proposal", item.Id);

    internal override int PositionOf(string cursor)
    {
        var id = Cursor.Read(cursor, "proposal", 1)[0];
        return Array.BinarySearch(proposals, CreateKey(id), Comparer<Proposal>.Create((a, b) => string.CompareOrdinal(b.Id, a.Id)));
    }

    private static Proposal CreateKey(string id) => new() { Id = id };
}
