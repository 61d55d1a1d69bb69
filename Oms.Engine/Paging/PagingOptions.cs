namespace Oms.Engine.Paging;

/// <summary>
/// How connections are paged where their <c>@usePaging</c> does not say otherwise. Names and defaults are Hot Chocolate's.
/// </summary>
public sealed class PagingOptions
{
    /// <summary>How many items a page has when neither <c>first</c> nor <c>last</c> is given; 10 by default, and never more than <see cref="MaxPageSize"/>.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>How many items a page may have; 50 by default. Beyond it a field fails with HC0051.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Whether generated connections have <c>totalCount</c>; false by default. It is counted only when it is selected.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Whether pages can be read from the end, by <c>last</c> and <c>before</c>; true by default.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>Whether a field without <c>first</c> and <c>last</c> fails with HC0052; false by default.</summary>
    public bool RequirePagingBoundaries { get; set; }

    /// <summary>Whether generated connections have <c>nodes</c> beside <c>edges</c>; true by default.</summary>
    public bool IncludeNodesField { get; set; } = true;
}
