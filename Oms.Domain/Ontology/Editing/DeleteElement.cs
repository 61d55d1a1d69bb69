namespace Oms.Domain.Ontology.Editing;

/// <summary>Deletes an element. Refused while others refer to it, unless forced.</summary>
/// <param name="Element">The element.</param>
/// <param name="Force">
/// True to remove what refers to it as well: it is taken out of lists (parents, interfaces, extends, functions, applicability) and out of
/// replacements; links that end at it are deleted; members typed by it, and links required to it, are removed; a function that returns it
/// returns nothing; properties that take their definition from it as a shared property keep that definition as their own. Refused all the
/// same where this leaves an invalid model.
/// </param>
public sealed record DeleteElement(ElementId Element, bool Force = false) : Operation;
