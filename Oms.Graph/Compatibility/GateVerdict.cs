using System.Collections.Immutable;
using Oms.Domain.Ontology.Naming;
using Oms.Domain.Refusals;

namespace Oms.Graph.Compatibility;

/// <summary>What a branch's rules say of a change.</summary>
/// <param name="Refusals">Why it is refused; empty where it is not.</param>
/// <param name="Names">Names against the convention, refused or not.</param>
internal sealed record GateVerdict(ImmutableArray<Refusal> Refusals, ImmutableArray<LintFinding> Names);
