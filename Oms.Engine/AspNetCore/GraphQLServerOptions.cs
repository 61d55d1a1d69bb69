using Oms.Engine.AspNetCore.BananaCakePop;
using Oms.Engine.AspNetCore.Sockets;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>How one GraphQL endpoint answers over HTTP and WebSocket. Names and defaults are Hot Chocolate's where it has them.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>Whether <c>GET</c> with <c>?query=</c> is served.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>Which kinds of operations <c>GET</c> may run. Mutations must stay out: a link would change data.</summary>
    public AllowedOperations AllowedGetOperations { get; set; } = AllowedOperations.Query | AllowedOperations.Subscription;

    /// <summary>Whether a <c>GET</c> needs the header <c>GraphQL-Preflight: 1</c>, which a browser only sends after a CORS preflight.</summary>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>
    /// Whether files are taken as <c>multipart/form-data</c> (GraphQL multipart request specification), where the schema has the scalar
    /// <c>Upload</c> from <c>AddUploadType()</c>.
    /// </summary>
    public bool EnableMultipartRequests { get; set; } = true;

    /// <summary>
    /// Whether a multipart request needs the header <c>GraphQL-Preflight: 1</c>. Without it a page of any site could have a browser send one
    /// with the visitor's cookies.
    /// </summary>
    public bool EnforceMultipartRequestsPreflightHeader { get; set; } = true;

    /// <summary>
    /// The longest body of a multipart request in bytes; 128 MiB by default. The web server has a bound of its own, which is lower by default
    /// (30,000,000 bytes, <c>KestrelServerLimits.MaxRequestBodySize</c>).
    /// </summary>
    public long MaxMultipartRequestSize { get; set; } = 128 * 1024 * 1024;

    /// <summary>How many files one multipart request may have; 100 by default.</summary>
    public int MaxUploadedFiles { get; set; } = 100;

    /// <summary>
    /// How many bytes of uploaded files the endpoint holds at once, nearly all of them on the disk in the folder for temporary files; 1 GiB by
    /// default. Further ones are refused with 503 and <c>Retry-After</c>. Read when the first file comes.
    /// </summary>
    public long MaxStoredUploadSize { get; set; } = 1024 * 1024 * 1024;

    /// <summary>Whether <c>GET ?sdl</c> answers with the schema.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>Whether <c>GET</c> of <c>schema</c> and <c>schema.graphql</c> below the endpoint answers with the schema too.</summary>
    public bool EnableSchemaFileSupport { get; set; } = true;

    /// <summary>Which kinds of batches are run; none by default.</summary>
    public AllowedBatching Batching { get; set; }

    /// <summary>How many executions a batch may ask for, over all its requests and sets of variables; 1024 by default, 0 for any number.</summary>
    public int MaxBatchSize { get; set; } = 1024;

    /// <summary>The largest request body in bytes; null: what <c>AddGraphQLServer</c> was given (20,480,000 by default).</summary>
    public int? MaxAllowedRequestSize { get; set; }

    /// <summary>
    /// How many bytes of bodies longer than 64 KiB the endpoint holds at once, read or half read; 256 MiB by default. Further ones are refused with
    /// 503 and <c>Retry-After</c>. Read when the first request comes.
    /// </summary>
    public long MaxBufferedRequestSize { get; set; } = 256 * 1024 * 1024;

    /// <summary>How many requests of the endpoint execute at once; null: any number. Further ones wait, and clients take turns.</summary>
    public int? MaxConcurrentRequests { get; set; } = 64;

    /// <summary>How many requests wait at most; further ones are refused with 503 and <c>Retry-After</c>.</summary>
    public int MaxQueuedRequests { get; set; } = 1024;

    /// <summary>How often a comment keeps a silent event stream open, or a space one of JSON Lines.</summary>
    public TimeSpan EventStreamKeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The WebSocket's limits and times.</summary>
    public GraphQLSocketOptions Sockets { get; } = new();

    /// <summary>The IDE a browser gets.</summary>
    public GraphQLToolOptions Tool { get; } = new();
}
