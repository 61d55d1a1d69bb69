namespace Oms.Engine.Instrumentation;

/// <summary>What an HTTP request to a GraphQL endpoint is, as <see cref="ServerDiagnosticEventListener.ExecuteHttpRequest"/> is told.</summary>
public enum HttpRequestKind
{
    /// <summary>A request in the query of a <c>GET</c>, or the IDE's page.</summary>
    HttpGet,

    /// <summary>A request or a batch in the body of a <c>POST</c>; also what is neither <c>GET</c> nor <c>POST</c>, and refused.</summary>
    HttpPost,

    /// <summary>A request or a batch with files, as <c>multipart/form-data</c>.</summary>
    HttpMultiPart,

    /// <summary>The schema as SDL is asked for.</summary>
    HttpGetSchema,
}
