namespace Oms.Engine.Paging;

/// <summary>The values of <c>extensions.code</c> for paging arguments that can not be used; the same as Hot Chocolate's where that has one.</summary>
public static class PagingErrorCodes
{
    /// <summary>More items are asked for than a page may have.</summary>
    public const string MaxPaginationItems = "HC0051";

    /// <summary>Neither <c>first</c> nor <c>last</c> is given where one is required.</summary>
    public const string NoPagingBoundaries = "HC0052";

    /// <summary>A cursor that the connection did not give.</summary>
    public const string InvalidCursor = "HC0078";

    /// <summary>A negative number of items is asked for.</summary>
    public const string MinPaginationItems = "HC0079";

    /// <summary>Both <c>first</c> and <c>last</c> are given.</summary>
    public const string ArgumentsConflict = "ARGUMENTS_CONFLICT";
}
