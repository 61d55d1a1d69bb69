using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Domain.History;

/// <summary>
/// Writes values of one type as the serializer does with <see cref="CanonicalJson.Options"/> and from the same description of the type, but
/// asks of no field by way of objects. A type that the description leaves open goes to the serializer itself.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
internal static class CanonicalValue<T>
{
    /// <summary>Writes a value, which is not null.</summary>
    internal static readonly Action<Utf8JsonWriter, T> Write = Make((JsonTypeInfo<T>)CanonicalJson.Options.GetTypeInfo(typeof(T)));

    private static Action<Utf8JsonWriter, T> Make(JsonTypeInfo<T> info) => info switch
    {
        _ when !typeof(T).IsSealed => (writer, value) => JsonSerializer.Serialize(writer, value, info),
        { Kind: JsonTypeInfoKind.None, Converter: JsonConverter<T> converter } => (writer, value) => converter.Write(writer, value, CanonicalJson.Options),
        { Kind: JsonTypeInfoKind.Object, CreateObject: not null } when typeof(T).IsClass && info.Properties.All(IsPlain) => CanonicalRecord<T>.Write,
        _ => (writer, value) => JsonSerializer.Serialize(writer, value, info),
    };

    private static bool IsPlain(JsonPropertyInfo property) => property is
    {
        ShouldSerialize: not null, Get: not null, CustomConverter: null, NumberHandling: null, IsExtensionData: false, AttributeProvider: PropertyInfo,
    };
}
