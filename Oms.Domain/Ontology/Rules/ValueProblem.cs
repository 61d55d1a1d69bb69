using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Rules;

/// <summary>One way in which a value does not conform.</summary>
/// <param name="Path">Where in the value.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record ValueProblem(ImmutableArray<string> Path, string Message);
