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
    /// <summary>The writer of a property, compiled when an operation first asks for it; null where its values need coercion.</summary>
    public static Lazy<LeafWriter>? Of(PropertyInfo property, FieldDefinition field)
    {
        if (field.Type.NullableType.ItemType is not null)
            return null;
        var (parent, buffer, name) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(ResponseBuffer)), Expression.Parameter(typeof(ResponseName)));
        var value = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Write(value, buffer, name, field.Type.NamedType) is { } write
            ? new Lazy<LeafWriter>(() => Expression.Lambda<LeafWriter>(write, parent, buffer, name).Compile())
            : null;
    }

    private static Expression? Write(Expression value, ParameterExpression buffer, ParameterExpression name, NamedType named)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not { } inner)
            return WriteOne(value, buffer, name, named);
        var once = Expression.Variable(value.Type);
        return WriteOne(Expression.Call(once, nameof(Nullable<int>.GetValueOrDefault), null), buffer, name, named) is { } write
            ? Expression.Block([once], Expression.Assign(once, value), Expression.AndAlso(Expression.Property(once, nameof(Nullable<int>.HasValue)), write))
            : null;
    }

    private static MethodCallExpression? WriteOne(Expression value, ParameterExpression buffer, ParameterExpression name, NamedType named)
    {
        if (named is EnumType && value.Type.IsEnum)
            return Expression.Call(typeof(LeafWriters), nameof(WriteEnum), [value.Type], buffer, name, value);
        var writer = (value.Type, named.Name) switch
        {
            (var t, "String" or "ID") when t == typeof(string) => nameof(WriteText),
            (var t, "Int") when t == typeof(int) => nameof(WriteInt),
            (var t, "Boolean") when t == typeof(bool) => nameof(WriteFlag),
            (var t, "Long") when t == typeof(long) => nameof(WriteLong),
            (var t, "Float") when t == typeof(double) => nameof(WriteFloat),
            _ => null,
        };
        return writer is null ? null : Expression.Call(typeof(LeafWriters), writer, null, buffer, name, value);
    }

    private static bool WriteText(ResponseBuffer buffer, ResponseName name, string? value)
    {
        if (value is null)
            return false;
        JsonText.WriteString(buffer, name, value);
        return true;
    }

    private static bool WriteInt(ResponseBuffer buffer, ResponseName name, int value)
    {
        buffer.WriteName(name);
        JsonText.WriteInt32(buffer, value);
        return true;
    }

    private static bool WriteFlag(ResponseBuffer buffer, ResponseName name, bool value)
    {
        buffer.WriteName(name);
        JsonText.WriteBoolean(buffer, value);
        return true;
    }

    private static bool WriteLong(ResponseBuffer buffer, ResponseName name, long value)
    {
        buffer.WriteName(name);
        JsonText.WriteInt64(buffer, value);
        return true;
    }

    private static bool WriteFloat(ResponseBuffer buffer, ResponseName name, double value)
    {
        if (!double.IsFinite(value))
            return false;
        buffer.WriteName(name);
        return JsonText.TryWriteDouble(buffer, value);
    }

    private static bool WriteEnum<T>(ResponseBuffer buffer, ResponseName name, T value)
        where T : struct, Enum
    {
        if (EnumJson<T>.Of(value) is not { } json)
            return false;
        buffer.WriteName(name);
        buffer.Write(json);
        return true;
    }
}
