namespace Oms.Domain.Ontology;

/// <summary>Gives for each reference of an element the one to stand in its place.</summary>
/// <param name="target">What is referred to.</param>
/// <param name="kind">How.</param>
/// <param name="member">By which member; null for the element itself.</param>
/// <param name="place">Where in the element, and which kinds may stand there.</param>
internal delegate ElementId ReferenceMap(ElementId target, UsageKind kind, MemberId? member, ReferencePlace place);
