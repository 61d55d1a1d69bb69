namespace Oms.Engine.CostAnalysis;

/// <summary>What the schema says of the cost of a field.</summary>
/// <param name="Weight">Its own weight.</param>
/// <param name="ListSize">How long its lists are; null when nothing is said.</param>
/// <param name="ArgumentsCount">Whether one of its arguments can have a weight.</param>
internal sealed record FieldCost(double Weight, ListSize? ListSize, bool ArgumentsCount);
