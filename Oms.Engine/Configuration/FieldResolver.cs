using Oms.Engine.Execution;

namespace Oms.Engine.Configuration;

/// <summary>Resolves a field (spec 6.4.2).</summary>
/// <param name="context">The request and the field's place in it.</param>
/// <returns>
/// The field's value: for a list type an <see cref="System.Collections.IEnumerable"/>, whose items may be a <see cref="Task{TResult}"/> of
/// object (awaited) or an <see cref="Exception"/> (which fails that item); for a leaf what the scalar can write; for an enum its name or
/// the CLR enum.
/// </returns>
public delegate ValueTask<object?> FieldResolver(IResolverContext context);
