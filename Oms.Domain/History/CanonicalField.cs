using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Domain.History;

/// <summary>Writes one field of a record with its name, unless it is left out.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
internal abstract class CanonicalField<TRecord>
{
    internal static CanonicalField<TRecord> Of(JsonPropertyInfo property, TRecord blank)
    {
        var type = property.PropertyType;
        return (CanonicalField<TRecord>)(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? Activator.CreateInstance(typeof(CanonicalListField<,>).MakeGenericType(typeof(TRecord), type.GetGenericArguments()[0]), property)!
            : Activator.CreateInstance(typeof(CanonicalValueField<,>).MakeGenericType(typeof(TRecord), type), property, blank)!);
    }

    internal abstract void Write(Utf8JsonWriter writer, TRecord record);

    /// <summary>Reads the field without making an object of its value.</summary>
    protected static Func<TRecord, TValue> Getter<TValue>(JsonPropertyInfo property) =>
        ((PropertyInfo)property.AttributeProvider!).GetMethod!.CreateDelegate<Func<TRecord, TValue>>();
}
