using System.Diagnostics;
using Oms.Engine.Execution;
using Oms.Engine.PersistedOperations;

namespace Oms.Engine.Configuration;

/// <summary>How requests are executed.</summary>
public sealed class RequestOptions
{
    private TimeSpan _executionTimeout = Debugger.IsAttached ? TimeSpan.FromMinutes(30) : TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one execution may take: 30 s, or 30 minutes under a debugger. Beyond it the request's token is cancelled and the
    /// response has the error HC0045. For a subscription it bounds each event, not the stream. At least 100 ms.
    /// </summary>
    public TimeSpan ExecutionTimeout
    {
        get => _executionTimeout;
        set => _executionTimeout = value < TimeSpan.FromMilliseconds(100) ? TimeSpan.FromMilliseconds(100) : value;
    }

    /// <summary>Whether errors show the message, type and stack of resolvers' exceptions; only while a debugger is attached by default.</summary>
    public bool IncludeExceptionDetails { get; set; } = Debugger.IsAttached;

    /// <summary>How many parsed and validated documents are kept, with their compiled operations; 256 by default, at least 16.</summary>
    public int OperationDocumentCacheSize { get; set; } = 256;

    /// <summary>What a field that fails does to the response; the nearest place that may be null is, by default.</summary>
    public ErrorHandlingMode DefaultErrorHandlingMode { get; set; }

    /// <summary>Whether clients choose by <c>onError</c> of the request: <c>PROPAGATE</c>, <c>NULL</c> or <c>HALT</c>; false by default, when they are not heard.</summary>
    public bool AllowErrorHandlingModeOverride { get; set; }

    /// <summary>Which documents are executed when there is a store of documents.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>How many errors a response carries at most, so that a failing field in a long list cannot make it endless; 1000 by default.</summary>
    public int MaxFieldErrors { get; set; } = 1000;

    /// <summary>How deep JSON in the variables may be nested; 64 by default.</summary>
    public int MaxVariablesDepth { get; set; } = 64;
}
