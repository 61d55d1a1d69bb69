namespace Oms.Engine.Response;

/// <summary>An error filter given as a function.</summary>
internal sealed class DelegateErrorFilter(Func<GraphQLError, GraphQLError> filter) : IErrorFilter
{
    public GraphQLError OnError(GraphQLError error) => filter(error);
}
