using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>A deletion of what others still refer to.</summary>
/// <param name="Element">The element.</param>
/// <param name="Usages">Who refers to it: at most 100.</param>
/// <param name="UsageCount">How many refer to it in all.</param>
/// <param name="Message">Who, and what to do.</param>
public sealed record ReferencedElement(ElementId Element, ImmutableArray<Usage> Usages, int UsageCount, string Message)
    : Refusal("ELEMENT_IN_USE", Message);
