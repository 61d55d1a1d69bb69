using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>DiffEntry</c>.</summary>
internal sealed class DiffEntryNode(DiffEntry entry)
{
    public ElementKind Kind => entry.Kind;

    public DiffOperation Operation => entry.Operation;

    public string Path => entry.Path.Text;

    public string Element => entry.Path.Element.Value;

    public string? Member => entry.Path.Member?.Value;

    public string Name => entry.Name;

    public JsonLiteral? Before => entry.Before;

    public JsonLiteral? After => entry.After;

    public string Sentence(string language) => entry.Sentence.In(language)!;
}
