using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>A name or id that another one of the same kind, or of the same list, has already.</summary>
/// <param name="Name">The name or id.</param>
/// <param name="Other">The element that has it, or whose member has it.</param>
/// <param name="Message">Who has it, and what to do.</param>
public sealed record DuplicateName(string Name, ElementId Other, string Message) : Refusal("DUPLICATE_NAME", Message);
