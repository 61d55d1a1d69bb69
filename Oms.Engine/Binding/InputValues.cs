using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;

namespace Oms.Engine.Binding;

/// <summary>Makes CLR values of coerced input values: what a resolver's parameter asks for.</summary>
internal static class InputValues
{
    /// <summary>The value as this type; <see cref="Absent"/> becomes the type's default.</summary>
    /// <exception cref="InvalidCastException">The type can not hold the value: the binding is wrong, not the client.</exception>
    public static object? Convert(object? value, Type type)
    {
        if (Inner(type, typeof(Optional<>)) is { } optional)
            return value == Absent.Value ? Activator.CreateInstance(type) : Activator.CreateInstance(type, Convert(value, optional));
        if (value is null || value == Absent.Value)
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsInstanceOfType(value))
            return value;
        if (value is DateTimeOffset moment && type == typeof(DateTime))
            return moment.UtcDateTime;
        if (type.IsEnum)
            return EnumNames.Of(type).Parse((string)value);
        if (value is IReadOnlyDictionary<string, object?> fields)
            return ToObject(fields, type);
        if (value is IEnumerable items && value is not string)
            return ToList(items, type);
        if (type == typeof(string) && value is IFormattable text)
            return text.ToString(null, CultureInfo.InvariantCulture);
        return value is IConvertible ? System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture)
            : throw new InvalidCastException($"{value.GetType()} can not be read as {type}.");
    }

    private static object ToList(IEnumerable items, Type type)
    {
        var element = ElementOf(type) ?? throw new InvalidCastException($"{type} is not a list.");
        var values = items.Cast<object?>().Select(item => Convert(item, element)).ToArray();
        var array = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
            array.SetValue(values[i], i);
        if (type.IsInstanceOfType(array))
            return array;
        if (Inner(type, typeof(ImmutableArray<>)) is not null)
            return typeof(ImmutableArray).GetMethods().First(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(element).Invoke(null, [array])!;
        return Activator.CreateInstance(type, array)!;
    }

    // A record is made through its widest constructor, what is left is set through properties.
    private static object ToObject(IReadOnlyDictionary<string, object?> fields, Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != type).MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidCastException($"{type} has no constructor.");
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(p => Convert(ValueOf(fields, p.Name!), p.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.SetMethod is null || parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
                continue;
            var value = ValueOf(fields, property.Name);
            if (value != Absent.Value)
                property.SetValue(made, Convert(value, property.PropertyType));
        }

        return made;
    }

    private static object? ValueOf(IReadOnlyDictionary<string, object?> fields, string name) =>
        fields.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(name), out var value) ? value : Absent.Value;

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var only] ? only : null;

    private static Type? Inner(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[0] : null;
}
