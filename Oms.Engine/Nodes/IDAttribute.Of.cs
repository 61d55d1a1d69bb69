namespace Oms.Engine.Nodes;

/// <summary>As <see cref="IDAttribute"/>, for ids of the object type that a CLR type is bound to.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class IDAttribute<T> : IDAttribute
{
    /// <inheritdoc/>
    public override Type RuntimeType => typeof(T);
}
