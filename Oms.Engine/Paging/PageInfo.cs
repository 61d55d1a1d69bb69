namespace Oms.Engine.Paging;

/// <summary>Where a page stands in its list (Relay cursor connections, section 5). Both directions are told whichever way the page was asked for.</summary>
/// <param name="HasNextPage">Whether items follow the page.</param>
/// <param name="HasPreviousPage">Whether items come before the page.</param>
/// <param name="StartCursor">The cursor of the first item; null where the page is empty.</param>
/// <param name="EndCursor">The cursor of the last item; null where the page is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
