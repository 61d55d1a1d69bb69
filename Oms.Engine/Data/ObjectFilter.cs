using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>Conditions on the members of objects. No object, no match.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
internal sealed class ObjectFilter<T> : Filter<T>
{
    /// <summary>The conditions by the names of input fields; filled once, for object types may lead back to themselves.</summary>
    public Dictionary<string, MemberFilter<T>> Members { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override Expression? TranslatePart(Expression target, string name, object? value) => Members[name].Translate(target, value);

    /// <inheritdoc/>
    protected override Func<T, bool>? CompilePart(string name, object? value) => Members[name].Compile(value);
}
