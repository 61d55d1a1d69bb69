using System.Linq.Expressions;
using System.Reflection;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>
/// Compiles, for properties whose value is written as it is, what reads and writes them without boxing. Each returns false, with nothing
/// written, for null and for what the schema has no name for; such values go the long way, where they become errors.
/// </summary>
internal static class LeafWriters
{
    /// <summary>The writer of a property; null where its values need coercion.</summary>
    public static Func<object, ResponseBuffer, bool>? Of(PropertyInfo property, FieldDefinition field)
    {
        if (field.Type.NullableType.ItemType is not null)
            return null;
        var (parent, buffer) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(ResponseBuffer)));
        var value = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Write(value, buffer, field.Type.NamedType) is { } write
            ? Expression.Lambda<Func<object, ResponseBuffer, bool>>(write, parent, buffer).Compile()
            : null;
    }

    private static Expression? Write(Expression value, ParameterExpression buffer, NamedType named)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not { } inner)
            return WriteOne(value, buffer, named);
        var once = Expression.Variable(value.Type);
        return WriteOne(Expression.Call(once, nameof(Nullable<int>.GetValueOrDefault), null), buffer, named) is { } write
            ? Expression.Block([once], Expression.Assign(once, value), Expression.AndAlso(Expression.Property(once, nameof(Nullable<int>.HasValue)), write))
            : null;
    }

    private static MethodCallExpression? WriteOne(Expression value, ParameterExpression buffer, NamedType named)
    {
        if (named is EnumType && value.Type.IsEnum)
            return Expression.Call(typeof(LeafWriters), nameof(WriteEnum), [value.Type], buffer, value);
        var writer = (value.Type, named.Name) switch
        {
            (var t, "String" or "ID") when t == typeof(string) => nameof(WriteText),
            (var t, "Int") when t == typeof(int) => nameof(WriteInt),
            (var t, "Boolean") when t == typeof(bool) => nameof(WriteFlag),
            (var t, "Long") when t == typeof(long) => nameof(WriteLong),
            (var t, "Float") when t == typeof(double) => nameof(WriteFloat),
            _ => null,
        };
        return writer is null ? null : Expression.Call(typeof(LeafWriters), writer, null, buffer, value);
    }

    private static bool WriteText(ResponseBuffer buffer, string? value)
    {
        if (value is null)
            return false;
        JsonText.WriteString(buffer, value);
        return true;
    }

    private static bool WriteInt(ResponseBuffer buffer, int value)
    {
        JsonText.WriteInt32(buffer, value);
        return true;
    }

    private static bool WriteFlag(ResponseBuffer buffer, bool value)
    {
        JsonText.WriteBoolean(buffer, value);
        return true;
    }

    private static bool WriteLong(ResponseBuffer buffer, long value)
    {
        JsonText.WriteInt64(buffer, value);
        return true;
    }

    private static bool WriteFloat(ResponseBuffer buffer, double value) => JsonText.TryWriteDouble(buffer, value);

    private static bool WriteEnum<T>(ResponseBuffer buffer, T value)
        where T : struct, Enum
    {
        if (!EnumJson<T>.ByValue.TryGetValue(value, out var json))
            return false;
        buffer.Write(json);
        return true;
    }

    private static class EnumJson<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, byte[]> ByValue = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => EnumNames.Of(typeof(T)).Json(v)!);
    }
}
