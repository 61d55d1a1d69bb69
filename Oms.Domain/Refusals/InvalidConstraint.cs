using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>A constraint that cannot stand where it stands, or contradicts another.</summary>
/// <param name="Constraint">Its kind.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record InvalidConstraint(ConstraintKind Constraint, string Message) : Refusal("INVALID_CONSTRAINT", Message);
