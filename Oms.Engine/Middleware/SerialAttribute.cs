using System.Reflection;
using System.Runtime.CompilerServices;

namespace Oms.Engine.Middleware;

/// <summary>
/// The resolver runs while no other one with this attribute runs in the same request, such as those that share a database context. Fields of a query
/// run side by side otherwise; root fields of a mutation are one after the other in any case.
/// </summary>
/// <param name="order">Where it stands among the attributes of the member; the compiler fills it in.</param>
public sealed class SerialAttribute([CallerLineNumber] int order = 0) : ObjectFieldDescriptorAttribute(order)
{
    /// <inheritdoc/>
    protected internal override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => descriptor.Use(SerialExecution.Middleware);
}
