namespace Oms.Domain.Compatibility;

/// <summary>Who uses an ontology, and so what a change means to them.</summary>
public enum ConsumerPlane
{
    /// <summary>Clients of a GraphQL API that has the ontology's types: they name what they read, and know kinds by their names.</summary>
    GraphQl,

    /// <summary>Clients of an HTTP API with JSON of the ontology's types: they read what they get and send whole objects.</summary>
    OpenApi,

    /// <summary>The index over the objects: it holds the values by property id, and knows neither labels nor API names.</summary>
    Index,

    /// <summary>The services that execute actions and functions.</summary>
    Actions,

    /// <summary>Programs that are compiled against classes generated from the ontology.</summary>
    Sdk,
}
