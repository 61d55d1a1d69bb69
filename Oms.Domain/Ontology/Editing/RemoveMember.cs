namespace Oms.Domain.Ontology.Editing;

/// <summary>Removes a member. The primary key, and what titles the type or one that inherits from it, is refused unless forced.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member; a link end cannot be removed.</param>
/// <param name="Force">True to remove a primary key, and to clear the title and subtitle that name the property.</param>
public sealed record RemoveMember(ElementId Element, MemberId Member, bool Force = false) : Operation;
