namespace Oms.Domain.Ontology.Editing;

/// <summary>Puts a member at another place of its list.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member.</param>
/// <param name="Position">The place it has afterwards, from 0; past the end for the end.</param>
public sealed record MoveMember(ElementId Element, MemberId Member, int Position) : Operation;
