namespace Oms.Engine.Middleware;

/// <summary>Answers a request, or does a part of it: <see cref="IRequestContext.Result"/> has the answer when it is done.</summary>
/// <param name="context">The request.</param>
/// <returns>Completed when the request is answered. A <see cref="Response.GraphQLException"/> refuses the request with its errors.</returns>
public delegate ValueTask RequestDelegate(IRequestContext context);
