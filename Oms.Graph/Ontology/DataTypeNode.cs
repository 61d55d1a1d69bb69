using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Graph.Nodes;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>DataType</c>.</summary>
internal sealed class DataTypeNode(DataType type)
{
    internal const string TypeName = "DataType";

    public string Id => GlobalId.Of(TypeName, type.Id);

    public string StableId => type.Id;

    public string Name => type.Id;

    public DataTypeCategory Category => type.Category;

    public string? Format => type.Format;

    public string Description => type.Description;

    public long? MaxLength => type.MaxLength;

    public IReadOnlyList<ConstraintKind> Constraints => type.Constraints;
}
