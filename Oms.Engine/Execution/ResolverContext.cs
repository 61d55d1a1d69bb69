using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Binding;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What a resolver is called with. A context is used for one call at a time.</summary>
internal class ResolverContext(OperationContext operation) : IResolverContext
{
    private object[]? path;

    /// <summary>The request.</summary>
    public OperationContext Operation { get; } = operation;

    /// <summary>The field in the plan.</summary>
    public FieldPlan Plan { get; private set; } = null!;

    /// <inheritdoc/>
    public object? Parent { get; private set; }

    /// <summary>The arguments as the parameters ask for them.</summary>
    public object?[] Typed { get; private set; } = [];

    /// <inheritdoc/>
    public Schema Schema => Operation.Schema;

    /// <inheritdoc/>
    public ObjectType ObjectType => Plan.ObjectType;

    /// <inheritdoc/>
    public FieldDefinition Field => Plan.Field;

    /// <inheritdoc/>
    public string ResponseName => Plan.ResponseName;

    /// <inheritdoc/>
    public IReadOnlyList<object> Path => path ??= Where?.ToArray() ?? Operation.WritingPath.ToArray();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Arguments => Operation.ArgumentsOf(Plan).Coerced;

    /// <inheritdoc/>
    public virtual IServiceProvider Services => Personal().Services;

    /// <inheritdoc/>
    public ClaimsPrincipal User
    {
        get
        {
            Operation.IsOfUser = true;
            return Personal().User;
        }
    }

    /// <inheritdoc/>
    public IDictionary<string, object?> ContextData => Personal().ContextData;

    /// <inheritdoc/>
    public object? EventMessage => Operation.EventMessage;

    /// <inheritdoc/>
    public CancellationToken RequestAborted => Operation.Cancellation;

    private PathSegment? Where { get; set; }

    /// <summary>Makes it ready for a call.</summary>
    public ResolverContext For(FieldPlan plan, object? parent, object?[] typed, PathSegment? where)
    {
        (Plan, Parent, Typed, Where, path) = (plan, parent, typed, where, null);
        return this;
    }

    /// <summary>A context at the same place with other arguments.</summary>
    public ResolverContext With(object?[] typed) => New().For(Plan, Parent, typed, Where);

    /// <summary>A context at the same place for another parent.</summary>
    public ResolverContext WithParent(object parent) => New().For(Plan, parent, Typed, Where);

    /// <summary>A context at the same place with services of its own.</summary>
    public ResolverContext WithServices(IServiceProvider scoped)
    {
        Operation.IsPersonal = true;
        return new ScopedResolverContext(Operation, scoped).For(Plan, Parent, Typed, Where);
    }

    /// <summary>A context that is ready for nothing yet.</summary>
    protected virtual ResolverContext New() => new(Operation);

    /// <summary>A service of which the application has one instance; that of the request's own services where these are not the application's.</summary>
    public T Singleton<T>(SingletonService<T> service)
        where T : notnull => Operation.IsOfApplication ? service.Value : Services.GetRequiredService<T>();

    /// <inheritdoc/>
    public T DataLoader<T>() where T : class => Personal().Services.GetRequiredService<T>();

    private OperationContext Personal()
    {
        Operation.IsPersonal = true;
        return Operation;
    }

    /// <inheritdoc/>
    public void ReportError(GraphQLError error) => Operation.Report(Plan, error, [.. Path]);
}
