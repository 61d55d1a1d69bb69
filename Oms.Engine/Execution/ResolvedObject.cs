namespace Oms.Engine.Execution;

/// <summary>An object of the awaited part: its plan, itself for what is read while writing, and what was resolved before.</summary>
/// <param name="Plan">What is selected on it.</param>
/// <param name="Value">The object.</param>
/// <param name="Slots">The resolved values of the plan's fields that were awaited; null for the others.</param>
internal sealed record ResolvedObject(ObjectPlan Plan, object? Value, object?[] Slots);
