using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Oms.Engine.Configuration;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>Tells at the start where a resolver's parameter can not hold what an argument may be.</summary>
internal static class InputMismatches
{
    private static readonly ImmutableHashSet<Type> WholeNumbers = [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(double), typeof(decimal), typeof(float)];

    /// <summary>What does not fit; null when everything may.</summary>
    public static string? Find(InputValueDefinition argument, Type type)
    {
        if (OptionalOf(type) is { } optional)
            return Find(argument.Type, optional);
        if (!argument.Type.IsNonNull && argument.DefaultValue is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null && IsPlain(type))
            return "it may be null";
        return Find(argument.Type, type);
    }

    /// <summary>A type's name as C# has it, where that is short.</summary>
    public static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?" : type.Name;

    private static string? Find(IType expected, Type actual)
    {
        actual = Nullable.GetUnderlyingType(actual) ?? OptionalOf(actual) ?? actual;
        if (actual == typeof(object) || actual == typeof(JsonElement))
            return null;
        var isList = actual != typeof(string) && typeof(IEnumerable).IsAssignableFrom(actual) && !typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(actual);
        if (expected.NullableType.ItemType is { } item)
            return !isList ? "it is a list" : ListItems.Of(actual) is { } inner ? Find(item, inner) : null;
        return expected.NamedType switch
        {
            ScalarType { Name: "Int" } => WholeNumbers.Contains(actual) ? null : "it is an Int",
            ScalarType { Name: "Boolean" } => actual == typeof(bool) ? null : "it is a Boolean",
            ScalarType { Name: "String" } => actual == typeof(bool) || actual == typeof(int) || isList ? "it is a String" : null,
            ScalarType { Coercion: UploadCoercion } => actual.IsAssignableFrom(typeof(IFile)) ? null : "it is an Upload",
            EnumType enumType when actual.IsEnum => enumType.Values.Select(v => v.Name).Except(EnumNames.Of(actual).Names).FirstOrDefault() is { } missing
                ? $"{actual.Name} has no {missing}" : null,
            EnumType => actual == typeof(string) ? null : "it is an enum",
            InputObjectType when actual.IsPrimitive || actual == typeof(string) || actual.IsEnum || isList => "it is an input object",
            _ => null,
        };
    }

    // Structs of the domain may stand for "nothing" by their default, numbers and flags do not.
    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum;

    private static Type? OptionalOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;
}
