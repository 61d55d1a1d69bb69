namespace Oms.Domain.Ontology.Editing;

/// <summary>Gives a member another API name; its id stays.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameMember(ElementId Element, MemberId Member, string Name) : Operation;
