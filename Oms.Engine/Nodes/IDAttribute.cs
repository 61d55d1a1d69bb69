using System.Diagnostics.CodeAnalysis;

namespace Oms.Engine.Nodes;

/// <summary>
/// Makes a global id of what a property or method returns, and reads a parameter from one. Of a list, each item. Without a type a result names the type its
/// field is on, and a parameter takes ids of any type.
/// </summary>
/// <param name="typeName">The object type; null for the one of the field.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
[SuppressMessage("Naming", "CA1711", Justification = "Hot Chocolate's name.")]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The object type; null for the one of the field.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>The CLR type bound to the object type; null where that is named or left open.</summary>
    public virtual Type? RuntimeType => null;
}
