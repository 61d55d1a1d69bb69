using Oms.Domain.Storage;
using Oms.Engine.Response;

namespace Oms.Graph.Hosting;

/// <summary>Tells a client in words what ails the store; everything else that is thrown stays masked.</summary>
internal sealed class StoreErrorFilter : IErrorFilter
{
    /// <inheritdoc/>
    public GraphQLError OnError(GraphQLError error) => error.Exception is StoreException e
        ? ErrorBuilder.FromError(error)
            .SetMessage(e.IsOutcomeUnknown
                ? $"{e.Message} Whether this change was stored is not known: read the branch's head, or repeat the request with the same idempotency key."
                : $"{e.Message} Nothing of this request was stored.")
            .SetCode(e.Code)
            .Build()
        : error;
}
