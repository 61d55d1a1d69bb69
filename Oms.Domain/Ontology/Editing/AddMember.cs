namespace Oms.Domain.Ontology.Editing;

/// <summary>Adds a member to the list that members of its sort stand in.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">A property, required link, struct field or parameter; where it has no id, it is given one.</param>
/// <param name="Position">Where, from 0; null or past the end for the end.</param>
public sealed record AddMember(ElementId Element, Member Member, int? Position = null) : Operation;
