namespace Oms.Graph.Filters;

/// <summary>A direction of ordering.</summary>
internal enum SortDirection
{
    Asc,
    Desc,
}
