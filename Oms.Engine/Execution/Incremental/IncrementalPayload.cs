using System.Collections.Immutable;
using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>
/// One response of an incremental delivery: <c>pending</c>, <c>incremental</c>, <c>completed</c> and <c>hasNext</c>, as the draft of the
/// specification and graphql-js 17 have them; in the older format there is only <c>incremental</c>, whose entries say where they belong.
/// </summary>
/// <param name="format">The format.</param>
internal sealed class IncrementalPayload(IncrementalDeliveryFormat format) : IDisposable
{
    // Beyond this much a payload is sent, and the next one begun when the client has taken it.
    private const int EnoughBytes = 64 * 1024;

    private readonly ResponseBuffer pending = new();
    private readonly ResponseBuffer incremental = new();
    private readonly ResponseBuffer completed = new();
    private readonly ImmutableArray<GraphQLError>.Builder errors = ImmutableArray.CreateBuilder<GraphQLError>();
    private readonly List<GraphQLError> errorsOfItems = [];
    private ItemStream? open;
    private bool hasItems;
    private bool isTouched;
    private long entryStart;
    private long itemStart;

    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => !isTouched && incremental.Length == 0;

    private bool IsOlder => format == IncrementalDeliveryFormat.Version_0_1;

    /// <summary>Whether there is enough to send.</summary>
    public bool IsFull => incremental.Length >= EnoughBytes;

    /// <summary>Tells of something that will come.</summary>
    public void Announce(int id, object[] path, string? label)
    {
        if (IsOlder)
            return;
        isTouched = true;
        BeginEntry(pending, id);
        pending.WriteByte((byte)',');
        WritePlace(pending, path, label);
        pending.WriteByte((byte)'}');
    }

    /// <summary>Brings deferred fields, at the innermost place that the client knows of.</summary>
    public void Deliver(DeliveryGroup group, ExecutionGroup part)
    {
        CloseItems();
        if (IsOlder)
        {
            BeginEntry(incremental, part.Path, group.Label);
            DeliverData(part);
            return;
        }

        foreach (var other in part.Groups)
            if (other.IsPending && other.Path.Length > group.Path.Length)
                group = other;
        BeginEntry(incremental, group.Id);
        if (part.Path.Length > group.Path.Length)
        {
            incremental.Write(",\"subPath\":"u8);
            WritePath(incremental, part.Path.AsSpan(group.Path.Length));
        }

        DeliverData(part);
    }

    private void DeliverData(ExecutionGroup part)
    {
        incremental.Write(",\"data\":"u8);
        part.Data!.CopyTo(incremental);
        part.Data.Dispose();
        part.Data = null;
        EndEntry(incremental, part.Errors);
    }

    /// <summary>Where the next item of a list is to be written.</summary>
    public ResponseBuffer BeginItem(ItemStream stream)
    {
        if (open != stream)
        {
            CloseItems();
            open = stream;
            entryStart = incremental.Position;
            if (IsOlder)
                BeginEntry(incremental, [.. stream.Path, stream.Index], stream.Label);
            else
                BeginEntry(incremental, stream.Id);
            incremental.Write(",\"items\":["u8);
        }

        itemStart = incremental.Position;
        if (hasItems)
            incremental.WriteByte((byte)',');
        return incremental;
    }

    /// <summary>Keeps the item that was written, with what went wrong in it.</summary>
    public void KeepItem(ImmutableArray<GraphQLError> found)
    {
        hasItems = true;
        errorsOfItems.AddRange(found);
    }

    /// <summary>Forgets the item that was begun.</summary>
    public void DropItem()
    {
        incremental.TruncateTo(hasItems ? itemStart : entryStart);
        if (!hasItems)
            open = null;
    }

    /// <summary>Says that nothing more comes of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="found">Why it could not be delivered; empty when it was.</param>
    public void Complete(DeliveryGroup group, ImmutableArray<GraphQLError> found)
    {
        if (IsOlder)
            CompleteOlder(",\"data\":null"u8, group.Path, group.Label, found);
        else
            Complete(group.Id, found);
    }

    /// <summary>Says that nothing more comes of a list.</summary>
    /// <param name="stream">The list.</param>
    /// <param name="found">Why it ends early; empty when it is whole.</param>
    public void Complete(ItemStream stream, ImmutableArray<GraphQLError> found)
    {
        if (IsOlder)
            CompleteOlder(",\"items\":null"u8, [.. stream.Path, stream.Index], stream.Label, found);
        else
            Complete(stream.Id, found);
    }

    private void Complete(int id, ImmutableArray<GraphQLError> found)
    {
        isTouched = true;
        BeginEntry(completed, id);
        EndEntry(completed, found);
    }

    // What is complete is not told of, only what never will be.
    private void CompleteOlder(ReadOnlySpan<byte> value, object[] path, string? label, ImmutableArray<GraphQLError> found)
    {
        isTouched = true;
        if (found.IsEmpty)
            return;
        CloseItems();
        BeginEntry(incremental, path, label);
        incremental.Write(value);
        EndEntry(incremental, found);
    }

    /// <summary>The response. The payload is used up by it.</summary>
    /// <param name="hasNext">Whether it is not the last one.</param>
    public OperationResult ToResult(bool hasNext)
    {
        CloseItems();
        var body = new ResponseBuffer();
        body.WriteByte((byte)'{');
        WriteList(body, "\"pending\":["u8, pending);
        WriteList(body, "\"incremental\":["u8, incremental);
        WriteList(body, "\"completed\":["u8, completed);
        body.Write(hasNext ? "\"hasNext\":true}"u8 : "\"hasNext\":false}"u8);
        Dispose();
        return new OperationResult(body, errors.ToImmutable(), isRequestError: false, isDataNull: false);
    }

    /// <summary>Ends the initial response: what is announced, and that more will come.</summary>
    public void WriteAfterData(ResponseBuffer body)
    {
        body.WriteByte((byte)',');
        WriteList(body, "\"pending\":["u8, pending);
        body.Write("\"hasNext\":true"u8);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pending.Dispose();
        incremental.Dispose();
        completed.Dispose();
    }

    private static void WriteList(ResponseBuffer body, ReadOnlySpan<byte> start, ResponseBuffer entries)
    {
        if (entries.Length == 0)
            return;
        body.Write(start);
        entries.CopyTo(body);
        body.Write("],"u8);
    }

    private static void BeginEntry(ResponseBuffer buffer, int id)
    {
        buffer.Write(buffer.Length == 0 ? "{\"id\":\""u8 : ",{\"id\":\""u8);
        JsonText.WriteInt32(buffer, id);
        buffer.WriteByte((byte)'"');
    }

    private static void BeginEntry(ResponseBuffer buffer, object[] path, string? label)
    {
        buffer.Write(buffer.Length == 0 ? "{"u8 : ",{"u8);
        WritePlace(buffer, path, label);
    }

    private static void WritePlace(ResponseBuffer buffer, object[] path, string? label)
    {
        buffer.Write("\"path\":"u8);
        WritePath(buffer, path);
        if (label is null)
            return;
        buffer.Write(",\"label\":"u8);
        JsonText.WriteString(buffer, label);
    }

    private void EndEntry(ResponseBuffer buffer, IReadOnlyList<GraphQLError> found)
    {
        if (found.Count > 0)
        {
            buffer.WriteByte((byte)',');
            ErrorWriter.WriteErrors(buffer, found);
            errors.AddRange(found);
        }

        buffer.WriteByte((byte)'}');
    }

    private void CloseItems()
    {
        if (open is null)
            return;
        incremental.WriteByte((byte)']');
        EndEntry(incremental, errorsOfItems);
        errorsOfItems.Clear();
        open = null;
        hasItems = false;
    }

    private static void WritePath(ResponseBuffer buffer, ReadOnlySpan<object> path)
    {
        buffer.WriteByte((byte)'[');
        for (var i = 0; i < path.Length; i++)
        {
            if (i > 0)
                buffer.WriteByte((byte)',');
            if (path[i] is int index)
                JsonText.WriteInt32(buffer, index);
            else
                JsonText.WriteString(buffer, (string)path[i]);
        }

        buffer.WriteByte((byte)']');
    }
}
