using System.Linq.Expressions;
using System.Reflection;

namespace Oms.Engine.Data;

/// <summary>Compiles the reading of properties, once at the start.</summary>
internal static class PropertyGetter
{
    /// <summary>What reads a property.</summary>
    public static Func<T, TValue> Of<T, TValue>(PropertyInfo property)
    {
        var target = Expression.Parameter(typeof(T), "target");
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(target, property), target).Compile();
    }
}
