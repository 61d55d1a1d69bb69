namespace Oms.Domain.Compatibility;

/// <summary>A rule as it stands in the table of rules.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Worst">The worst verdict it gives.</param>
/// <param name="Sentence">What it finds, and what that means.</param>
/// <param name="Example">Something that it finds.</param>
public sealed record Rule(string Id, Criticality Worst, string Sentence, string Example);
