namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// Changes an element by a JSON merge patch (RFC 7396) over its canonical JSON: null takes a field back to its default, a list is replaced
/// whole. An item of a replaced member list that has no id is the member of the same name, if there is one, else a new member.
/// </summary>
/// <param name="Element">The element.</param>
/// <param name="Patch">The patch; it cannot change <c>id</c>, <c>name</c> or a value type's <c>version</c>.</param>
public sealed record UpdateElement(ElementId Element, JsonLiteral Patch) : Operation;
