using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>An attempt to edit a built-in type.</summary>
/// <param name="Element">The built-in type.</param>
/// <param name="Message">What to do instead.</param>
public sealed record BuiltInElement(ElementId Element, string Message) : Refusal("BUILT_IN_ELEMENT", Message);
