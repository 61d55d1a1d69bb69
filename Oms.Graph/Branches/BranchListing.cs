using System.Globalization;
using Oms.Graph.Connections;

namespace Oms.Graph.Branches;

/// <summary>Branches in any order. A cursor is a name with its position; when the branch no longer matches, reading goes on at the position.</summary>
internal sealed class BranchListing(BranchNode[] branches) : Listing<BranchNode>
{
    internal override IReadOnlyList<BranchNode> Items => branches;

    internal override string CursorOf(BranchNode item, int position) =>
        Cursor.Write("branch", position.ToString(CultureInfo.InvariantCulture), item.Name);

    internal override int PositionOf(string cursor)
    {
        var parts = Cursor.Read(cursor, "branch", 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            throw Cursor.Invalid();
        var found = Array.FindIndex(branches, b => b.Name == parts[1]);
        return found >= 0 ? found : ~Math.Min(position, branches.Length);
    }
}
