namespace Oms.Engine.Data;

/// <summary>Holds a value as a closure does.</summary>
/// <param name="Value">The value.</param>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed record Captured<T>(T Value);
