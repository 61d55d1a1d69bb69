namespace Oms.Domain.Ontology.Editing;

/// <summary>Takes a member back to active.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member.</param>
public sealed record RestoreMember(ElementId Element, MemberId Member) : Operation;
