using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>A released version in the history of a branch.</summary>
/// <param name="Version">The version.</param>
/// <param name="Content">Its content.</param>
public sealed record EarlierRelease(string Version, Snapshot Content);
