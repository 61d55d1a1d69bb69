using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>SavedResolution</c>.</summary>
internal sealed class SavedResolutionNode(SavedResolution saved)
{
    public ResolutionChoice Choice => saved.Choice;

    public JsonLiteral? Value => saved.Value;

    public string By => saved.By;

    public DateTimeOffset At => saved.At;

    public string Reason => saved.Reason;
}
