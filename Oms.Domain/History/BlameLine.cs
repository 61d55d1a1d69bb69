using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>Which commit last changed one part of an element.</summary>
/// <param name="Member">The member; null for the element itself, without its members.</param>
/// <param name="Field">The field as canonical JSON names it; null for the whole.</param>
/// <param name="Commit">The commit.</param>
public sealed record BlameLine(MemberId? Member, string? Field, CommitRecord Commit);
