namespace Oms.Engine.Execution;

/// <summary>What a resolver is called with that has services of its own.</summary>
/// <param name="operation">The request.</param>
/// <param name="services">The services.</param>
internal sealed class ScopedResolverContext(OperationContext operation, IServiceProvider services) : ResolverContext(operation)
{
    /// <inheritdoc/>
    public override IServiceProvider Services => services;

    /// <inheritdoc/>
    protected override ResolverContext New() => new ScopedResolverContext(Operation, services);
}
