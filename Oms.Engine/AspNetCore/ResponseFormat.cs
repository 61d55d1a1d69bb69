namespace Oms.Engine.AspNetCore;

/// <summary>The media types of a single response.</summary>
internal enum ResponseFormat
{
    /// <summary><c>application/graphql-response+json</c>: the status code tells how the request went.</summary>
    GraphQLResponse,

    /// <summary><c>application/json</c>: 200 for every well-formed request, for clients older than the other one.</summary>
    Json,
}
