namespace Oms.Graph.Tests.Compatibility;

/// <summary>What a judge says of one change.</summary>
/// <param name="Rule">The rule, or the type of change.</param>
/// <param name="Path">Where; null for the whole schema.</param>
/// <param name="Criticality">The verdict as it is spelled on the command line.</param>
public sealed record Verdict(string Rule, string? Path, string Criticality);
