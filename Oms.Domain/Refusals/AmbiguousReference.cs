using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>A name that several elements have which could all be meant.</summary>
/// <param name="Reference">The name.</param>
/// <param name="Candidates">The elements.</param>
/// <param name="Message">The candidates, in words.</param>
public sealed record AmbiguousReference(string Reference, ImmutableArray<ElementId> Candidates, string Message)
    : Refusal("AMBIGUOUS_REFERENCE", Message);
