using System.Reflection;
using System.Runtime.CompilerServices;

namespace Oms.Engine.Middleware;

/// <summary>
/// The base of one's own attributes on resolver methods and properties, such as <c>[UseTransaction]</c>, which add middleware to the field that the
/// member resolves. Several on one member come in the order in which they stand in the source: the first is the outermost.
/// </summary>
/// <param name="order">Where it stands among the attributes of the member; the line of the source, which the compiler fills in.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute([CallerLineNumber] int order = 0) : Attribute
{
    /// <summary>Where it stands among the attributes of the member; the least is the outermost. Attributes on one line keep the order of their declaration.</summary>
    public int Order { get; set; } = order;

    /// <summary>Adds what the attribute stands for.</summary>
    /// <param name="context">The schema that is being bound.</param>
    /// <param name="descriptor">The field.</param>
    /// <param name="member">The member with the attribute.</param>
    protected internal abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member);
}
