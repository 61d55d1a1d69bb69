using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Domain.History;

/// <summary>Writes records of one type field by field. Records bound the recursion, and the writer bounds it at 64.</summary>
/// <typeparam name="T">The record.</typeparam>
internal static class CanonicalRecord<T>
{
    private static readonly CanonicalField<T>[] Fields = Make((JsonTypeInfo<T>)CanonicalJson.Options.GetTypeInfo(typeof(T)));

    internal static void Write(Utf8JsonWriter writer, T record)
    {
        writer.WriteStartObject();
        foreach (var field in Fields)
            field.Write(writer, record);
        writer.WriteEndObject();
    }

    private static CanonicalField<T>[] Make(JsonTypeInfo<T> info)
    {
        var blank = info.CreateObject!();
        return [.. info.Properties.Select(p => CanonicalField<T>.Of(p, blank))];
    }
}
