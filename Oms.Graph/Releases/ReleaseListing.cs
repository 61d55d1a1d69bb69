using System.Collections.Immutable;
using Oms.Domain.Releases;
using Oms.Graph.Connections;

namespace Oms.Graph.Releases;

/// <summary>Releases, the greatest version first. A cursor is a version, so that one made meanwhile moves nothing.</summary>
internal sealed class ReleaseListing(ImmutableArray<Release> releases) : Listing<Release>
{
    internal override IReadOnlyList<Release> Items => releases;

    internal override string CursorOf(Release item, int position) => Cursor.Write("release", item.Version.Value);

    internal override int PositionOf(string cursor)
    {
        if (!SemanticVersion.TryParse(Cursor.Read(cursor, "release", 1)[0], out var version))
            throw Cursor.Invalid();
        for (var i = 0; i < releases.Length; i++)
            if (releases[i].Version.CompareTo(version) <= 0)
                return releases[i].Version == version ? i : ~i;
        return ~releases.Length;
    }
}
