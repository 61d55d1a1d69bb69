using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Caching;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Data;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Language;
using Oms.Engine.Middleware;
using Oms.Engine.Mutations;
using Oms.Engine.Nodes;
using Oms.Engine.Paging;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Response;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Configuration;

/// <summary>What a GraphQL server is made of, as the builder's methods collect it.</summary>
public sealed class SchemaSetup
{
    /// <summary>The largest request body in bytes that transports accept; 20 × 1000 × 1024 by default.</summary>
    public int MaxAllowedRequestSize { get; set; } = 20 * 1000 * 1024;

    /// <summary>How requests are executed.</summary>
    public RequestOptions RequestOptions { get; } = new();

    /// <summary>How the schema is built and bound.</summary>
    public SchemaOptions SchemaOptions { get; } = new();

    /// <summary>What operations may cost to execute.</summary>
    public CostOptions CostOptions { get; } = new();

    /// <summary>What filters may cost to match.</summary>
    public FilterOptions FilterOptions { get; } = new();

    /// <summary>How long responses may be kept where the schema does not say.</summary>
    public CacheControlOptions CacheControlOptions { get; } = new();

    /// <summary>How connections are paged.</summary>
    public PagingOptions PagingOptions { get; } = new();

    /// <summary>What request documents may cost to parse.</summary>
    public ParserOptions ParserOptions { get; set; } = ParserOptions.Default;

    /// <summary>How much validation says, and what valid documents may ask for.</summary>
    public ValidationOptions ValidationOptions { get; set; } = ValidationOptions.Default;

    /// <summary>How objects are fetched by their ids; null where they are not.</summary>
    internal GlobalObjectIdentificationOptions? GlobalObjectIdentification { get; set; }

    /// <summary>The application's services as they were registered; null when nobody knows.</summary>
    internal IServiceCollection? Services { get; set; }

    internal Func<ClaimsPrincipal, bool>? IntrospectionPolicy { get; set; }

    internal InstrumentationOptions? Instrumentation { get; set; }

    internal bool HasCacheControl { get; set; }

    internal bool UsesQueryCache { get; set; }

    internal PersistedOperationMode PersistedOperations { get; set; }

    internal List<Func<Source>> Documents { get; } = [];

    /// <summary>Those of the documents that are files.</summary>
    internal List<string> DocumentFiles { get; } = [];

    internal List<(Type RuntimeType, string TypeName)> RuntimeTypes { get; } = [];

    internal List<Type> TypeExtensions { get; } = [];

    internal List<(string TypeName, string FieldName, Delegate Resolver)> Resolvers { get; } = [];

    internal List<(string ScalarName, ScalarCoercion Coercion)> Scalars { get; } = [];

    /// <summary>What is put around fields; without a name around all of them.</summary>
    internal List<(string? TypeName, string? FieldName, FieldMiddleware Middleware)> FieldMiddleware { get; } = [];

    internal Dictionary<string, DirectiveMiddleware> DirectiveMiddleware { get; } = new(StringComparer.Ordinal);

    /// <summary>How mutations are shaped that follow the conventions; null when none do.</summary>
    internal MutationConventionOptions? MutationConventions { get; set; }

    /// <summary>What is done when the host starts.</summary>
    internal List<Func<IRequestExecutor, CancellationToken, Task>> WarmupTasks { get; } = [];

    internal List<Func<IServiceProvider, RequestMiddleware>> RequestMiddleware { get; } = [];

    internal List<Func<IServiceProvider, IErrorFilter>> ErrorFilters { get; } = [];

    internal List<Func<IServiceProvider, ValidationOptions, IDocumentValidatorRule>> ValidationRules { get; } = [];

    internal FieldResolver? DefaultResolver { get; set; }

    internal SourceStreamResolver? DefaultSourceStreamResolver { get; set; }

    internal AbstractTypeResolver? TypeResolver { get; set; }
}
