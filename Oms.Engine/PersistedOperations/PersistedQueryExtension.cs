using System.Text.Json;

namespace Oms.Engine.PersistedOperations;

/// <summary>The entry <c>persistedQuery</c> of a request's extensions, by which Apollo's clients send a hash in place of a document.</summary>
internal static class PersistedQueryExtension
{
    /// <summary>Reads <c>extensions.persistedQuery.sha256Hash</c>.</summary>
    /// <param name="extensions">The extensions, a JSON object of which a transport has checked that it is one; may be empty.</param>
    /// <returns>The hash; null when there is none.</returns>
    public static string? HashOf(ReadOnlySpan<byte> extensions)
    {
        if (extensions.IndexOf("persistedQuery"u8) < 0)
            return null;
        var reader = new Utf8JsonReader(extensions, new JsonReaderOptions { MaxDepth = 128 });
        if (!reader.Read() || !Enter(ref reader, "persistedQuery"u8) || !Enter(ref reader, "sha256Hash"u8))
            return null;
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    private static bool Enter(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = !reader.ValueIsEscaped && reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
                return true;
            reader.Skip();
        }

        return false;
    }
}
