using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>ResolutionOption</c>.</summary>
internal sealed class ResolutionOptionNode(ResolutionOption option, Lazy<ImmutableDictionary<ResolutionChoice, CompatibilityVerdict>>? verdicts)
{
    public ResolutionChoice Choice => option.Choice;

    public JsonLiteral? Result => option.Result;

    public Relation? Compatibility => option.Compatibility;

    public ResolutionVerdictNode? Verdict =>
        verdicts is not null && verdicts.Value.TryGetValue(option.Choice, out var verdict) ? new(verdict) : null;
}
