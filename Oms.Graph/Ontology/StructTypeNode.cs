using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>StructType</c>.</summary>
internal sealed class StructTypeNode(Revision revision, StructType type) : ElementNode(revision, type)
{
    public IReadOnlyList<StructFieldNode> Fields => [.. type.Fields.Select(f => new StructFieldNode(Revision, type, f))];

    public string? DisplayTemplate => type.DisplayTemplate;

    public bool IsSystem => BuiltInTypes.Find(type.Id) is not null;
}
