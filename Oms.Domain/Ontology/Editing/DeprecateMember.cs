namespace Oms.Domain.Ontology.Editing;

/// <summary>Marks a member as to be used no more.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member.</param>
/// <param name="Deprecation">Why, until when, and what replaces it: a member of the same element, or an element.</param>
public sealed record DeprecateMember(ElementId Element, MemberId Member, Deprecation Deprecation) : Operation;
