using System.Globalization;
using Oms.Domain.Audit;
using Oms.Domain.Storage;
using Oms.Engine.Paging;
using Oms.Graph.Connections;

namespace Oms.Graph.Audit;

/// <summary>Reads pages of the audit log, newest first. A cursor is a sequence number.</summary>
internal static class AuditPage
{
    private const string CursorKind = "audit";

    /// <summary>A page under a filter that the store understands.</summary>
    internal static async ValueTask<Connection<AuditEntryNode>> ReadAsync(
        IStore store, AuditFilter filter, PageArguments arguments, CancellationToken cancellationToken)
    {
        long? before = arguments.After is { } after ? ReadCursor(after) : null;
        var page = await store.GetAuditAsync(filter, before, arguments.First ?? PageArguments.DefaultSize, cancellationToken);
        return new(
            [.. page.Items.Select(e => new AuditEntryNode(e))],
            i => Cursor.Write(CursorKind, page.Items[i].Sequence.ToString(CultureInfo.InvariantCulture)),
            page.HasMore,
            before is not null,
            checked((int)page.Total));
    }

    private static long ReadCursor(string cursor) =>
        long.TryParse(Cursor.Read(cursor, CursorKind, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw Cursor.Invalid();
}
