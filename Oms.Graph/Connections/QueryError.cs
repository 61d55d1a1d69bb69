using Oms.Engine.Paging;
using Oms.Engine.Response;

namespace Oms.Graph.Connections;

/// <summary>Errors that a client's arguments cause in a query: each says what is wrong and what to do instead, under a stable code.</summary>
internal static class QueryError
{
    internal const string PageTooLarge = PagingErrorCodes.MaxPaginationItems;
    internal const string TooManyNodes = "HC0076";
    internal const string ArgumentOutOfRange = "ARGUMENT_OUT_OF_RANGE";
    internal const string ArgumentsConflict = "ARGUMENTS_CONFLICT";
    internal const string InvalidCursor = "INVALID_CURSOR";
    internal const string InvalidId = "INVALID_ID";
    internal const string FilterTooDeep = "FILTER_TOO_DEEP";
    internal const string FilterTooLarge = "FILTER_TOO_LARGE";
    internal const string BranchNotFound = "BRANCH_NOT_FOUND";
    internal const string CommitNotFound = "COMMIT_NOT_FOUND";
    internal const string CommitAmbiguous = "COMMIT_AMBIGUOUS";
    internal const string ElementNotFound = "ELEMENT_NOT_FOUND";
    internal const string MemberNotFound = "MEMBER_NOT_FOUND";
    internal const string ReleaseNotFound = "RELEASE_NOT_FOUND";
    internal const string TimeTooEarly = "TIME_TOO_EARLY";

    /// <summary>The error to throw.</summary>
    internal static GraphQLException Of(string code, string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
