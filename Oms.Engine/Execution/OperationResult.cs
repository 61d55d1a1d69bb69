using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Oms.Engine.Caching;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Subscriptions;

namespace Oms.Engine.Execution;

/// <summary>
/// One response (spec 7.1): the finished UTF-8 JSON and what a transport must know of it to choose a status code. The body lies in
/// pooled memory: read it before disposing.
/// </summary>
public sealed class OperationResult : IExecutionResult
{
    private ResponseBuffer? _body;

    internal OperationResult(ResponseBuffer body, ImmutableArray<GraphQLError> errors, bool isRequestError, bool isDataNull)
    {
        _body = body;
        Errors = errors;
        IsRequestError = isRequestError;
        IsDataNull = isDataNull;
    }

    /// <summary>The answer that several subscribers are sent, of which this is the result; null for the result of one request. Nobody disposes of it.</summary>
    internal SharedAnswer? Shared { get; init; }

    /// <summary>The operation that was executed; null where none was.</summary>
    internal OperationDefinitionNode? Operation { get; init; }

    /// <summary>What caches may do with it; null when nothing is said.</summary>
    internal CachePolicy? Caching { get; init; }

    /// <summary>Whether <see cref="Caching"/> is for the caches of the one who asked only, whatever the schema says.</summary>
    internal bool IsOfUser { get; init; }

    /// <summary>Whether the request failed before execution began: the response has no <c>data</c> entry (spec 7.1.2).</summary>
    public bool IsRequestError { get; }

    /// <summary>Whether <c>data</c> is there and null.</summary>
    public bool IsDataNull { get; }

    /// <summary>Whether the document could not be parsed or did not validate.</summary>
    public bool IsDocumentInvalid { get; init; }

    /// <summary>Whether the operation's kind was not among <see cref="OperationRequest.AllowedOperations"/>.</summary>
    public bool IsOperationNotAllowed { get; init; }

    /// <summary>The errors in the body, in its order.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    /// <summary>How many errors the body has.</summary>
    public int ErrorCount => Errors.Length;

    /// <summary>The body's length in bytes.</summary>
    public long Length => Buffer.Length;

    /// <summary>The body; valid until this result is disposed.</summary>
    public ReadOnlySequence<byte> Body => Buffer.AsSequence();

    private ResponseBuffer Buffer => _body ?? throw new ObjectDisposedException(nameof(OperationResult));

    /// <summary>Writes the body.</summary>
    /// <param name="output">Where to.</param>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Buffer.CopyTo(output);
    }

    /// <summary>The body as text, for tests and logs.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => Encoding.UTF8.GetString(Body);

    /// <summary>A response without data, for requests that cannot be executed (spec 7.1.2).</summary>
    /// <param name="errors">Why; at least one.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException"><paramref name="errors"/> is empty.</exception>
    public static OperationResult FromErrors(params ReadOnlySpan<GraphQLError> errors) => RequestErrorResponse.Create([.. errors]);

    /// <summary>A response with data that no execution has made, such as a kept one (spec 7.1.1).</summary>
    /// <param name="data">The data: strings, numbers, booleans, null, JSON, and lists and dictionaries of these, 64 levels of them at most.</param>
    /// <param name="errors">What went wrong all the same; none for a response without <c>errors</c>.</param>
    /// <returns>The response.</returns>
    public static OperationResult FromData(IReadOnlyDictionary<string, object?> data, params ReadOnlySpan<GraphQLError> errors)
    {
        ArgumentNullException.ThrowIfNull(data);
        var body = new ResponseBuffer();
        body.Write("{\"data\":"u8);
        UntypedValueWriter.Write(body, data, depth: 64);
        if (!errors.IsEmpty)
        {
            body.WriteByte((byte)',');
            ErrorWriter.WriteErrors(body, errors.ToArray());
        }

        body.WriteByte((byte)'}');
        return new OperationResult(body, [.. errors], isRequestError: false, isDataNull: false);
    }

    /// <summary>This response with more errors, behind those it has. It takes the place of this one, which is disposed.</summary>
    /// <param name="errors">The errors, written as they are: no error filter sees them.</param>
    /// <returns>The response; this one when there are no errors.</returns>
    public OperationResult WithErrors(params ReadOnlySpan<GraphQLError> errors)
    {
        if (errors.IsEmpty)
            return this;
        var (written, body) = (Body, new ResponseBuffer(Length));
        var all = Errors.AddRange(errors);
        var start = EntryOf(written, "errors"u8, out var end);
        Copy(body, written.Slice(0, start ?? written.Length - 1));
        if (start is null)
            body.WriteByte((byte)',');
        ErrorWriter.WriteErrors(body, all);
        Copy(body, written.Slice(end));
        var changed = new OperationResult(body, all, IsRequestError, IsDataNull)
        {
            Operation = Operation, IsDocumentInvalid = IsDocumentInvalid, IsOperationNotAllowed = IsOperationNotAllowed,
        };
        _body?.Dispose();
        _body = null;
        return changed;
    }

    // From the entry's name to behind its value; the closing brace where there is no such entry.
    private static long? EntryOf(ReadOnlySequence<byte> json, ReadOnlySpan<byte> name, out long end)
    {
        // Responses nest as deep as their operations, and those no deeper than the parser lets them.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isFound) = (reader.TokenStartIndex, reader.ValueTextEquals(name));
            reader.Read();
            reader.Skip();
            end = reader.BytesConsumed;
            if (isFound)
                return start;
        }

        end = json.Length - 1;
        return null;
    }

    private static void Copy(ResponseBuffer target, ReadOnlySequence<byte> part)
    {
        foreach (var segment in part)
            target.Write(segment.Span);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Shared is not null)
            return ValueTask.CompletedTask;
        _body?.Dispose();
        _body = null;
        return ValueTask.CompletedTask;
    }
}
