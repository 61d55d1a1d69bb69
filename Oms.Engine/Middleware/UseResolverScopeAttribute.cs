using System.Reflection;
using System.Runtime.CompilerServices;

namespace Oms.Engine.Middleware;

/// <summary>
/// The resolver has a scope of services of its own, which ends when it, and the middleware inside, is done: what it returns has to have been read by then.
/// Loaders stay those of the request, so that they collect.
/// </summary>
/// <param name="order">Where it stands among the attributes of the member; the compiler fills it in.</param>
public sealed class UseResolverScopeAttribute([CallerLineNumber] int order = 0) : ObjectFieldDescriptorAttribute(order)
{
    /// <inheritdoc/>
    protected internal override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => descriptor.Use(ResolverScope.Middleware);
}
