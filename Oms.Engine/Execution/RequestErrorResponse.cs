using System.Collections.Immutable;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>Responses of requests that never got as far as execution: <c>errors</c> and no <c>data</c> (spec 7.1.2).</summary>
internal static class RequestErrorResponse
{
    /// <summary>For operations that only a larger stack than there is could execute.</summary>
    public static readonly GraphQLError TooDeep = new("The operation is nested too deep.") { Code = "OPERATION_TOO_LARGE" };

    public static OperationResult Create(
        ImmutableArray<GraphQLError> errors,
        bool isDocumentInvalid = false,
        bool isOperationNotAllowed = false)
    {
        if (errors.IsDefaultOrEmpty)
            throw new ArgumentException("A response without data has at least one error.", nameof(errors));
        var body = new ResponseBuffer();
        body.WriteByte((byte)'{');
        ErrorWriter.WriteErrors(body, errors);
        body.WriteByte((byte)'}');
        return new OperationResult(body, errors, isRequestError: true, isDataNull: false)
        {
            IsDocumentInvalid = isDocumentInvalid,
            IsOperationNotAllowed = isOperationNotAllowed,
        };
    }
}
