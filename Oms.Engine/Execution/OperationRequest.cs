using System.Security.Claims;
using System.Text;
using Oms.Engine.CostAnalysis;

namespace Oms.Engine.Execution;

/// <summary>One GraphQL request (spec 6.1), as a transport hands it to the executor.</summary>
public sealed class OperationRequest
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    private ReadOnlyMemory<byte> document;
    private IDictionary<string, object?>? contextData;

    // One more than the mode, 0 for none: a byte takes no room beside the others of its size, a nullable enum would.
    private readonly byte errorHandling;

    /// <summary>The document as UTF-8. Must stay unchanged until the request has been executed.</summary>
    public required ReadOnlyMemory<byte> Document
    {
        get => document;
        init => document = value;
    }

    /// <summary>The id of a persisted document, where <see cref="Document"/> is empty; see <c>UsePersistedOperationPipeline</c>.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to run; null when it has only one. The empty string is a name like any other.</summary>
    public string? OperationName { get; init; }

    /// <summary>
    /// The variables as one UTF-8 JSON object (or <c>null</c>, or nothing). Read while the request starts, never afterwards. Takes
    /// precedence over <see cref="VariableValues"/>.
    /// </summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>The variables as CLR values, for callers in the same process; serialised to JSON before they are coerced.</summary>
    public IReadOnlyDictionary<string, object?>? VariableValues { get; init; }

    /// <summary>The request's <c>extensions</c> as UTF-8 JSON; the engine passes them on and does not read them.</summary>
    public ReadOnlyMemory<byte> Extensions { get; init; }

    /// <summary>Services for resolver parameters; null: those the executor was built with.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Who asks; null means an unauthenticated user.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Global state that resolvers reach through <c>[GlobalState]</c>; may be shared between requests of one socket.</summary>
    public IDictionary<string, object?>? ContextData
    {
        get => contextData;
        init => contextData = value;
    }

    /// <summary>Which kinds of operations are let through; others are refused with a request error and <see cref="OperationResult.IsOperationNotAllowed"/>.</summary>
    public AllowedOperations AllowedOperations { get; init; } = AllowedOperations.All;

    /// <summary>What is to be said of the operation's cost.</summary>
    public CostReporting CostReporting { get; init; }

    /// <summary>The value the root type's fields are resolved on (spec 6.2.1 <c>initialValue</c>); null: an instance of the bound root class.</summary>
    public object? RootValue { get; init; }

    /// <summary>What the transport has for the request, instead of <see cref="Services"/> and a token given with the request; null without one.</summary>
    internal IRequestTransport? Transport { get; init; }

    /// <summary>The files that belong into <see cref="Variables"/>; null without any.</summary>
    internal UploadedFiles? Uploads { get; init; }

    /// <summary>
    /// Whether the response may come in parts, where the document asks for it by <c>@defer</c> or <c>@stream</c>; true by default. When
    /// false the directives have no effect, as the specification allows, and there is one response.
    /// </summary>
    public bool AcceptsIncrementalDelivery { get; init; } = true;

    /// <summary>
    /// What a field that fails does to the response; heard where <see cref="Configuration.RequestOptions.AllowErrorHandlingModeOverride"/> says so. Null: the
    /// server's default.
    /// </summary>
    public ErrorHandlingMode? ErrorHandlingMode
    {
        get => errorHandling == 0 ? null : (ErrorHandlingMode)(errorHandling - 1);
        init => errorHandling = (byte)(value is { } mode ? (byte)mode + 1 : 0);
    }

    /// <summary>How the parts of a response are told apart, where it comes in parts.</summary>
    public IncrementalDeliveryFormat IncrementalDeliveryFormat { get; init; }

    /// <summary>Who asks, also where that is nobody known.</summary>
    internal ClaimsPrincipal Principal => User ?? Nobody;

    internal IServiceProvider ServicesOr(IServiceProvider application) => Services ?? Transport?.Services ?? application;

    internal CancellationToken AbortedOr(CancellationToken given) => Transport?.Aborted ?? given;

    internal OperationRequest WithContextData(IDictionary<string, object?> state)
    {
        var copy = (OperationRequest)MemberwiseClone();
        copy.contextData = state;
        return copy;
    }

    internal OperationRequest WithDocument(ReadOnlyMemory<byte> found)
    {
        var copy = (OperationRequest)MemberwiseClone();
        copy.document = found;
        return copy;
    }

    /// <summary>A request for a document given as text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="variables">The variables; null for none.</param>
    /// <param name="operationName">Which operation to run; null when there is only one.</param>
    /// <param name="services">Services for resolver parameters; null: those the executor was built with.</param>
    /// <returns>The request.</returns>
    public static OperationRequest FromText(
        string document,
        IReadOnlyDictionary<string, object?>? variables = null,
        string? operationName = null,
        IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            VariableValues = variables,
            OperationName = operationName,
            Services = services,
        };
    }
}
