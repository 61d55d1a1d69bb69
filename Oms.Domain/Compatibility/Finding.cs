namespace Oms.Domain.Compatibility;

/// <summary>What one rule says of one change.</summary>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Criticality">The verdict.</param>
/// <param name="Path">Where: names joined by dots; null for the whole.</param>
/// <param name="Message">What changed, as a sentence without a full stop.</param>
/// <param name="Plane">For whom the verdict holds.</param>
public sealed record Finding(string Rule, Criticality Criticality, string? Path, string Message, ConsumerPlane Plane);
