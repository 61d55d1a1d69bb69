namespace Oms.Graph.Search;

/// <summary>Where a text stands.</summary>
internal enum SearchField
{
    Name,
    DisplayName,
    Description,
}
