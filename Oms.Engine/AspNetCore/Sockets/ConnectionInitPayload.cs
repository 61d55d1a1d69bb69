using System.Text.Json;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>The payload of <c>connection_init</c>: a JSON object or nothing.</summary>
public readonly struct ConnectionInitPayload
{
    internal ConnectionInitPayload(ReadOnlyMemory<byte> json)
    {
        Json = json;
    }

    /// <summary>The object as UTF-8 JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>An entry of the object that is a string. The name is compared without regard to case, as header names are.</summary>
    /// <param name="name">Its name, such as <c>authorization</c>.</param>
    /// <returns>The string; null when there is no such entry.</returns>
    public string? GetString(string name)
    {
        if (Json.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(Json.Span, new JsonReaderOptions { MaxDepth = SocketMessage.MaxJsonDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMatch = !LoneSurrogates.IsIn(ref reader) && string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isMatch && reader.TokenType == JsonTokenType.String && !LoneSurrogates.IsIn(ref reader))
                return reader.GetString();
            reader.Skip();
        }

        return null;
    }
}
