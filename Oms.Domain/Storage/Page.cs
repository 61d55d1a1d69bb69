using System.Collections.Immutable;

namespace Oms.Domain.Storage;

/// <summary>A part of a longer list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part, in the order asked for.</param>
/// <param name="Total">How many there are in all under the same filter.</param>
/// <param name="HasMore">True when more follow in the direction of reading.</param>
public sealed record Page<T>(ImmutableArray<T> Items, long Total, bool HasMore);
