using System.Text.Json;
using System.Text.Unicode;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>A message of a client: its kind, its id, its payload as a slice.</summary>
internal readonly record struct SocketMessage(SocketMessageKind Kind, string? Id, ReadOnlyMemory<byte> Payload)
{
    public const int MaxJsonDepth = 128;

    /// <summary>Reads a message.</summary>
    /// <param name="json">The text of the frame.</param>
    /// <param name="subprotocol">Whose message it is.</param>
    /// <param name="message">The message.</param>
    /// <returns>Why the socket must be closed; null when the message is one.</returns>
    public static SocketClose? Read(ReadOnlyMemory<byte> json, SocketSubprotocol subprotocol, out SocketMessage message)
    {
        message = default;
        if (!Utf8.IsValid(json.Span))
            return SocketClose.Invalid("Invalid message: not UTF-8");
        try
        {
            return ReadObject(json, subprotocol, out message);
        }
        catch (JsonException)
        {
            return SocketClose.Invalid("Invalid message: not JSON");
        }
    }

    private static SocketClose? ReadObject(ReadOnlyMemory<byte> json, SocketSubprotocol subprotocol, out SocketMessage message)
    {
        message = default;
        string? type = null;
        string? id = null;
        ReadOnlyMemory<byte> payload = default;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = MaxJsonDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return SocketClose.Invalid("Invalid message: not an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (LoneSurrogates.IsIn(ref reader))
                return SocketClose.Invalid("Invalid message: half of a surrogate pair");
            if (reader.ValueTextEquals("type"u8))
                type = ReadString(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                id = ReadString(ref reader);
            else if (reader.ValueTextEquals("payload"u8))
                payload = ReadSlice(ref reader, json);
            else
                ReadSlice(ref reader, json);
        }

        reader.Read();
        return Check(subprotocol.KindOf(type), id, payload, out message);
    }

    private static SocketClose? Check(SocketMessageKind? known, string? id, ReadOnlyMemory<byte> payload, out SocketMessage message)
    {
        message = default;
        if (known is not { } kind)
            return SocketClose.Invalid("Invalid message: unknown type");
        if (kind is SocketMessageKind.Subscribe or SocketMessageKind.Complete && string.IsNullOrEmpty(id))
            return SocketClose.Invalid("Invalid message: no id");
        if (!payload.IsEmpty && payload.Span[0] != '{' && !payload.Span.SequenceEqual("null"u8) && kind != SocketMessageKind.Complete)
            return SocketClose.Invalid("Invalid message: the payload is not an object");
        if (kind == SocketMessageKind.Subscribe && (payload.IsEmpty || payload.Span[0] != '{'))
            return SocketClose.Invalid("Invalid message: no payload");
        message = new SocketMessage(kind, id, payload.Span.SequenceEqual("null"u8) ? default : payload);
        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !LoneSurrogates.IsIn(ref reader))
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static ReadOnlyMemory<byte> ReadSlice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
