namespace Oms.Domain.Compatibility;

/// <summary>What holds both of two definitions.</summary>
/// <typeparam name="T">What is widened.</typeparam>
/// <param name="Value">The narrowest that holds both.</param>
/// <param name="Severity">Whether taking it needs somebody's look, or decision.</param>
public readonly record struct Widening<T>(T Value, Severity Severity);
