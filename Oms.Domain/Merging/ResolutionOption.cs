using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>One of the answers that a conflict can be given.</summary>
/// <param name="Choice">The answer.</param>
/// <param name="Result">What stands there then; null where nothing does, or where the answer brings its own value.</param>
/// <param name="Compatibility">How what is allowed then stands to what our side allows; null where the question is about nothing that allows values.</param>
public sealed record ResolutionOption(ResolutionChoice Choice, JsonLiteral? Result, Relation? Compatibility = null);
