using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>Conditions on one member of objects.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
internal abstract class MemberFilter<T>
{
    /// <summary>The conditions as an expression; null when they do not narrow.</summary>
    public abstract Expression? Translate(Expression target, object? value);

    /// <summary>The conditions as a delegate; null when they do not narrow.</summary>
    public abstract Func<T, bool>? Compile(object? value);
}
