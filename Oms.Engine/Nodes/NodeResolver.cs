using Oms.Engine.Execution;

namespace Oms.Engine.Nodes;

/// <summary>Fetches the objects of one type.</summary>
/// <param name="IdType">The CLR type of their ids.</param>
/// <param name="Fetch">Fetches the object of an id; null where there is none.</param>
internal sealed record NodeResolver(Type IdType, Func<ResolverContext, object, ValueTask<object?>> Fetch);
