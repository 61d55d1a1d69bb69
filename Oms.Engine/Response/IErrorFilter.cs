namespace Oms.Engine.Response;

/// <summary>Sees every error before it is written, to change it, translate it or log what is behind it.</summary>
public interface IErrorFilter
{
    /// <summary>Called once for each error, in the order filters were added.</summary>
    /// <param name="error">The error; exceptions' messages are still in <see cref="GraphQLError.Exception"/> only.</param>
    /// <returns>The error to write.</returns>
    public GraphQLError OnError(GraphQLError error);
}
