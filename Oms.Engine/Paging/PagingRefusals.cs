using Oms.Engine.Response;

namespace Oms.Engine.Paging;

/// <summary>What is said to clients whose paging arguments can not be used.</summary>
internal static class PagingRefusals
{
    /// <summary>Both ends are asked for.</summary>
    public static GraphQLException Conflict(string field) =>
        new(Error(PagingErrorCodes.ArgumentsConflict, $"Give either `first` or `last` to {field}, not both.").Build());

    /// <summary>Nothing is asked for.</summary>
    public static GraphQLException NoBoundaries(string field, int max) =>
        new(Error(PagingErrorCodes.NoPagingBoundaries, $"{field} needs `first` or `last`: say how many items you want, at most {max}.").Build());

    /// <summary>A negative number is asked for.</summary>
    public static GraphQLException Negative(string argument, int size) =>
        new(Error(PagingErrorCodes.MinPaginationItems, $"`{argument}` must be at least 0, and is {size}.").Build());

    /// <summary>Too much is asked for.</summary>
    public static GraphQLException TooMany(string argument, int size, int max) =>
        new(Error(PagingErrorCodes.MaxPaginationItems, $"`{argument}` may be at most {max} here, and is {size}; read on with a cursor.")
            .SetExtension("requestedItems", size).SetExtension("maxAllowedItems", max).Build());

    /// <summary>A cursor is none of the field.</summary>
    public static GraphQLException Cursor(string argument, string field) =>
        new(Error(PagingErrorCodes.InvalidCursor, $"`{argument}` is no cursor of {field}; take `endCursor`, `startCursor` or an edge's `cursor` of it, unchanged.").Build());

    private static ErrorBuilder Error(string code, string message) => ErrorBuilder.New().SetMessage(message).SetCode(code);
}
