using Oms.Engine.Execution;

namespace Oms.Engine.Configuration;

/// <summary>Opens the source stream of a subscription field (spec 6.2.3.1).</summary>
/// <param name="context">The request and the subscription's root field with its arguments.</param>
/// <returns>The events. Each is the root value and the event message of one execution.</returns>
public delegate ValueTask<IAsyncEnumerable<object?>> SourceStreamResolver(IResolverContext context);
