namespace Oms.Engine.DataLoader;

/// <summary>
/// Marks a resolver that resolves a field of all parents at once: its <c>[Parent]</c> takes an <see cref="IReadOnlyList{T}"/> or an array of them, and it
/// returns as many values in the same order, itself or as a task. It is called when no resolver of the request has anything left to do but wait, as
/// loaders are, once for each place of the operation where the field is selected; other parameters are those of any resolver. A value that is a
/// <see cref="Response.GraphQLError"/> fails the field of its parent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;
