using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>A removal of a member that something still needs: the primary key, or what titles a type.</summary>
/// <param name="Element">The element it belongs to.</param>
/// <param name="Member">The member.</param>
/// <param name="By">The element that needs it.</param>
/// <param name="Message">Why it is needed, and what to do.</param>
public sealed record ReferencedMember(ElementId Element, MemberId Member, ElementId By, string Message) : Refusal("MEMBER_IN_USE", Message);
