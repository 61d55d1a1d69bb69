namespace Oms.Graph.Import;

/// <summary>GraphQL enum <c>ImportFormat</c>: how the files are written.</summary>
internal enum ImportFormat
{
    /// <summary>A release of schema.org as N-Triples.</summary>
    Schemaorg,

    /// <summary>LinkML schemas in YAML.</summary>
    Linkml,

    /// <summary>A GraphQL schema in the schema definition language.</summary>
    Graphql,
}
