namespace Oms.Engine.AspNetCore;

/// <summary>How clients are answered that do not say in <c>Accept</c> what they read.</summary>
public enum HttpTransportVersion
{
    /// <summary>As the newest draft of GraphQL over HTTP says: <c>application/graphql-response+json</c>, with status codes that tell how it went.</summary>
    Latest,

    /// <summary>As servers did before it: <c>application/json</c>, with 200 for every well-formed request.</summary>
    Legacy,
}
