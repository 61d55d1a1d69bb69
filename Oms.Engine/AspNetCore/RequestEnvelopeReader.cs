using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Oms.Engine.Execution;
using Oms.Engine.PersistedOperations;

namespace Oms.Engine.AspNetCore;

/// <summary>Reads requests from JSON: one object, or an array of them (a batch). Nothing is copied that need not be unescaped.</summary>
internal static class RequestEnvelopeReader
{
    // The request, a batch around it and the variables' own nesting, which the executor limits further.
    private const int MaxJsonDepth = 128;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxJsonDepth };

    /// <summary>Reads the body of a request.</summary>
    /// <param name="json">The body; must outlive the envelopes.</param>
    /// <param name="batches">Which batches are read.</param>
    /// <param name="documentId">The document that the address of the request names; null when the body says what to execute.</param>
    /// <param name="only">The request of a body that is no array; possibly half read where the body is refused.</param>
    /// <param name="batch">The requests of a body that is an array; possibly not all where the body is refused.</param>
    /// <returns>Why the body was refused; null when it was not.</returns>
    public static TransportRefusal? Read(
        ReadOnlyMemory<byte> json, BatchRules batches, string? documentId, out RequestEnvelope? only, out List<RequestEnvelope>? batch)
    {
        (only, batch) = (null, null);
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
            return TransportRefusal.Invalid("The request is not valid UTF-8.");
        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            var refusal = ReadBody(ref reader, json, batches, documentId, ref only, ref batch);
            // What follows the request must be nothing: reading on throws otherwise.
            if (refusal is null)
                reader.Read();
            return refusal;
        }
        catch (JsonException e)
        {
            return NotJson(e);
        }
    }

    /// <summary>Reads one request that is part of a larger message.</summary>
    /// <param name="json">The request object; valid UTF-8 and valid JSON.</param>
    /// <param name="envelope">The request.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public static TransportRefusal? ReadOne(ReadOnlyMemory<byte> json, out RequestEnvelope envelope)
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        reader.Read();
        envelope = new RequestEnvelope();
        return ReadEnvelope(ref reader, json, envelope, BatchRules.None);
    }

    /// <summary>Whether a text is one JSON object or <c>null</c>, as <c>variables</c> and <c>extensions</c> of a <c>GET</c> must be.</summary>
    /// <param name="name">The entry's name, for the message.</param>
    /// <param name="json">The text.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public static TransportRefusal? CheckObject(string name, ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                return WrongKind(name, "an object", reader.TokenType);
            var refusal = SkipValue(ref reader);
            if (refusal is null)
                reader.Read();
            return refusal;
        }
        catch (JsonException e)
        {
            return NotJson(e) with { Message = $"\"{name}\" is not valid JSON." };
        }
    }

    private static TransportRefusal? ReadBody(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, BatchRules batches, string? documentId, ref RequestEnvelope? only, ref List<RequestEnvelope>? batch)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            only = new RequestEnvelope { DocumentId = documentId };
            return ReadEnvelope(ref reader, json, only, batches) ?? CheckAddress(only, documentId);
        }

        if (!batches.Allow(AllowedBatching.RequestBatching))
            return BatchRules.NotAllowed("The request must be a JSON object; batches of requests are not run here.");
        batch = [];
        var executions = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (executions >= batches.MaxSize)
                return batches.TooLarge();
            batch.Add(new RequestEnvelope());
            if (ReadEnvelope(ref reader, json, batch[^1], batches with { MaxSize = batches.MaxSize - executions }) is { } refusal)
                return refusal.Code == TransportErrorCodes.BatchTooLarge ? batches.TooLarge() : refusal;
            executions += batch[^1].Executions;
        }

        return batch.Count > 0 ? null : TransportRefusal.Invalid("A batch must have one request at least.");
    }

    private static TransportRefusal? CheckAddress(RequestEnvelope envelope, string? documentId) =>
        documentId is not null && (envelope.HasDocument || envelope.DocumentId != documentId)
            ? TransportRefusal.Invalid("The address says which document is executed; the body must name no other.")
            : null;

    private static TransportRefusal? ReadEnvelope(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestEnvelope envelope, BatchRules batches)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return TransportRefusal.Invalid($"The request must be a JSON object, found {Describe(reader.TokenType)}.");
        var seen = Entry.Other;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var entry = Identify(ref reader);
            if (entry != Entry.Other && (seen & entry) != 0)
                return TransportRefusal.Invalid($"\"{Name(entry)}\" is given twice.");
            seen |= entry;
            reader.Read();
            if (ReadEntry(ref reader, json, entry, envelope, batches) is { } refusal)
                return refusal;
        }

        return IsNamed(envelope) ? null : TransportRefusal.Invalid("\"query\" is missing: the document to execute, a string.");
    }

    /// <summary>Whether a request says what to execute: by a document, or by the id of one.</summary>
    /// <param name="envelope">The request.</param>
    public static bool IsNamed(RequestEnvelope envelope) =>
        envelope.HasDocument || envelope.DocumentId is not null || PersistedQueryExtension.HashOf(envelope.Extensions.Span) is not null;

    private static TransportRefusal? ReadEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, Entry entry, RequestEnvelope envelope, BatchRules batches)
    {
        switch (entry)
        {
            case Entry.Query:
                return ReadDocument(ref reader, json, envelope);
            case Entry.DocumentId when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                if (LoneSurrogates.IsIn(ref reader))
                    return BadText();
                envelope.DocumentId = reader.GetString();
                return null;
            case Entry.DocumentId:
                return WrongKind("documentId", "a string", reader.TokenType);
            case Entry.OperationName when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                if (LoneSurrogates.IsIn(ref reader))
                    return BadText();
                envelope.OperationName = reader.GetString();
                return null;
            case Entry.OperationName:
                return WrongKind("operationName", "a string", reader.TokenType);
            case Entry.OnError when reader.TokenType is JsonTokenType.String or JsonTokenType.Null:
                if (LoneSurrogates.IsIn(ref reader))
                    return BadText();
                envelope.OnError = ReadOnError(reader.GetString());
                return null;
            case Entry.OnError:
                envelope.OnError = RequestEnvelope.UnknownMode;
                return SkipValue(ref reader);
            case Entry.Variables when reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null:
                return Slice(ref reader, json, out var variables) ?? Accept(envelope.Variables = variables);
            case Entry.Variables when reader.TokenType == JsonTokenType.StartArray:
                return ReadVariableSets(ref reader, json, envelope, batches);
            case Entry.Variables:
                return WrongKind("variables", "an object", reader.TokenType);
            case Entry.Extensions when reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null:
                return Slice(ref reader, json, out var extensions) ?? Accept(envelope.Extensions = extensions);
            case Entry.Extensions:
                return WrongKind("extensions", "an object", reader.TokenType);
            default:
                return SkipValue(ref reader);
        }
    }

    /// <summary>Reads what a field that fails shall do to the response.</summary>
    /// <param name="mode">The client's word; null or empty for none.</param>
    public static ErrorHandlingMode? ReadOnError(string? mode) => mode switch
    {
        null or "" => null,
        "PROPAGATE" => ErrorHandlingMode.Propagate,
        "NULL" => ErrorHandlingMode.Null,
        "HALT" => ErrorHandlingMode.Halt,
        _ => RequestEnvelope.UnknownMode,
    };

    private static TransportRefusal? ReadVariableSets(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestEnvelope envelope, BatchRules batches)
    {
        if (!batches.Allow(AllowedBatching.VariableBatching))
            return BatchRules.NotAllowed("\"variables\" must be an object; lists of variable sets are not run here.");
        envelope.VariableSets = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (envelope.VariableSets.Count == batches.MaxSize)
                return batches.TooLarge();
            if (reader.TokenType != JsonTokenType.StartObject)
                return WrongKind("variables", "a list of objects", reader.TokenType);
            if (Slice(ref reader, json, out var variables) is { } refusal)
                return refusal;
            envelope.VariableSets.Add(variables);
        }

        return envelope.VariableSets.Count > 0 ? null : TransportRefusal.Invalid("\"variables\" must have one set at least.");
    }

    private static TransportRefusal? ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestEnvelope envelope)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            return WrongKind("query", "a string", reader.TokenType);
        if (!reader.ValueIsEscaped)
        {
            envelope.SetDocument(json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
            return null;
        }

        if (LoneSurrogates.IsIn(ref reader))
            return BadText();
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        envelope.SetUnescapedDocument(rented, reader.CopyString(rented));
        return null;
    }

    private static TransportRefusal? Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> slice)
    {
        var start = (int)reader.TokenStartIndex;
        var refusal = SkipValue(ref reader);
        slice = json[start..(int)reader.BytesConsumed];
        return refusal;
    }

    private static TransportRefusal? SkipValue(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (LoneSurrogates.IsIn(ref reader))
                return BadText();
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read());
        return null;
    }

    private static TransportRefusal? Accept(ReadOnlyMemory<byte> slice)
    {
        _ = slice;
        return null;
    }

    private static Entry Identify(ref Utf8JsonReader reader)
    {
        // CopyString and ValueTextEquals refuse escapes that are no text; such a name is none of ours.
        if (LoneSurrogates.IsIn(ref reader))
            return Entry.Other;
        if (reader.ValueTextEquals("query"u8))
            return Entry.Query;
        if (reader.ValueTextEquals("variables"u8))
            return Entry.Variables;
        if (reader.ValueTextEquals("documentId"u8) || reader.ValueTextEquals("id"u8))
            return Entry.DocumentId;
        if (reader.ValueTextEquals("operationName"u8))
            return Entry.OperationName;
        if (reader.ValueTextEquals("onError"u8))
            return Entry.OnError;
        return reader.ValueTextEquals("extensions"u8) ? Entry.Extensions : Entry.Other;
    }

    private static string Name(Entry entry) => entry switch
    {
        Entry.Query => "query",
        Entry.DocumentId => "documentId",
        Entry.Variables => "variables",
        Entry.OperationName => "operationName",
        Entry.OnError => "onError",
        _ => "extensions",
    };

    private static TransportRefusal BadText() => TransportRefusal.Invalid("A string of the request has half of a surrogate pair.");

    private static TransportRefusal WrongKind(string name, string expected, JsonTokenType found) =>
        TransportRefusal.Invalid($"\"{name}\" must be {expected}, found {Describe(found)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    private static TransportRefusal NotJson(JsonException e)
    {
        var line = (e.LineNumber ?? 0) + 1;
        var position = (e.BytePositionInLine ?? 0) + 1;
        return TransportRefusal.Invalid($"The request is not valid JSON from line {line}, position {position}.") with { Place = (line, position) };
    }

    [Flags]
    private enum Entry
    {
        Other = 0,
        Query = 1,
        Variables = 2,
        OperationName = 4,
        Extensions = 8,
        DocumentId = 16,
        OnError = 32,
    }
}
