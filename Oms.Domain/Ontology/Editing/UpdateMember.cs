namespace Oms.Domain.Ontology.Editing;

/// <summary>Changes a member, a link end included, by a JSON merge patch (RFC 7396) over its canonical JSON.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member.</param>
/// <param name="Patch">The patch; it cannot change <c>id</c> or <c>name</c>.</param>
public sealed record UpdateMember(ElementId Element, MemberId Member, JsonLiteral Patch) : Operation;
