using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>One key of an order.</summary>
/// <typeparam name="T">The type of what is ordered.</typeparam>
/// <param name="Compare">Compares two that have the key, the smaller first.</param>
/// <param name="IsNull">Whether the key is null.</param>
/// <param name="Key">The key as an expression.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record SortStep<T>(Comparison<T> Compare, Func<T, bool> IsNull, Func<Expression, Expression> Key, bool IsDescending);
