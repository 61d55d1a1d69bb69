namespace Oms.Engine.Middleware;

/// <summary>Resolves a field, or does a part of it: <see cref="IMiddlewareContext.Result"/> has the value when it is done.</summary>
/// <param name="context">The field's place in the request, and its value so far.</param>
/// <returns>Completed when the field is resolved. What it throws is the field's error, as with resolvers.</returns>
public delegate ValueTask FieldDelegate(IMiddlewareContext context);
