using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>One that a change of a member can reach.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member of it; null for the element itself.</param>
/// <param name="Kind">What the changed member is to it.</param>
public sealed record MemberUse(Element Element, Member? Member, MemberUseKind Kind);
