using Oms.Domain.Ontology.BuiltIn;
using Oms.Engine.Configuration;

namespace Oms.Graph.Ontology;

/// <summary>The root fields of the chapter Ontology.</summary>
[ExtendObjectType("Query")]
internal static class OntologyQueries
{
    public static async Task<OntologyNode> GetOntologyAsync(string branch, VersionInput? at, Pin pin, CancellationToken cancellationToken) =>
        new(await pin.AtAsync(await pin.GetAsync(branch, cancellationToken), at, cancellationToken));

    public static IReadOnlyList<DataTypeNode> GetDataTypes() =>
        [.. DataTypes.All.OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => new DataTypeNode(t))];

    public static DataTypeNode? GetDataType(string id) => DataTypes.Find(id) is { } type ? new(type) : null;
}
