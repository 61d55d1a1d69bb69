using System.Collections.Immutable;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Indexing;

/// <summary>
/// Reads events of the indexing pipeline: CloudEvents 1.0 in structured mode whose type ends in <c>indexing.{phase}</c>, with any prefix, and
/// whose data has the names of domain.md 5.7. The two shapes from before CloudEvents are read too (domain.md 5.6): <c>event_type</c> or
/// <c>subject</c> beside <c>data</c>, with the names <c>indexing_{phase}</c>; one without an id has the hash of its bytes for one.
/// </summary>
public static class FunnelEventReader
{
    /// <summary>The largest event, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxText = 200;

    /// <summary>The event, or why the bytes are none; what is no event never becomes one by being sent again.</summary>
    public static Result<FunnelEvent> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return new LimitExceeded("size of an event in bytes", MaxBytes, bytes.Length, $"An event has at most {MaxBytes} bytes, this one {bytes.Length}.");
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && !root.TryGetProperty("specversion", out _)
                ? ReadLegacy(root, bytes)
                : Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new MalformedEvent($"it is not JSON: {e.Message}");
        }
    }

    private static Result<FunnelEvent> Read(JsonElement root) => root.ValueKind == JsonValueKind.Object && Text(root, "specversion") == "1.0"
        ? Read(root, Text(root, "id"), Text(root, "type"))
        : new MalformedEvent("it is no CloudEvent 1.0");

    private static Result<FunnelEvent> ReadLegacy(JsonElement root, ReadOnlyMemory<byte> bytes)
    {
        if ((Text(root, "event_type") ?? Text(root, "subject")) is not { } name)
            return new MalformedEvent("it is no CloudEvent 1.0, and has neither event_type nor subject");
        return Read(root, Text(root, "event_id") ?? Text(root, "id") ?? $"sha256-{ObjectHash.Of(bytes.Span).Value}", name.Replace("indexing_", "indexing.", StringComparison.Ordinal));
    }

    private static Result<FunnelEvent> Read(JsonElement root, string? givenId, string? type)
    {
        if (givenId is not { Length: > 0 and <= MaxText } id)
            return new MalformedEvent($"its id has not 1 to {MaxText} characters");
        if (PhaseOf(type) is not { } phase)
            return new MalformedEvent("its type does not end in indexing.started, .progress, .completed or .failed");
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return new MalformedEvent("it has no data");
        return Text(data, "branch_name") is { Length: > 0 and <= MaxText } branch && Text(data, "indexing_id") is { Length: > 0 and <= MaxText } indexing
            ? Read(id, phase, branch, indexing, data)
            : new MalformedEvent("its data names no branch_name or no indexing_id");
    }

    private static Result<FunnelEvent> Read(string id, FunnelPhase phase, string branch, string indexing, JsonElement data)
    {
        if (KindsOf(data) is not { } kinds)
            return new MalformedEvent("its resource_types are not kinds of elements");
        var commit = ObjectHash.Trusted(string.Empty);
        if (Text(data, "commit") is { } text && !ObjectHash.TryParse(text, out commit))
            return new MalformedEvent("its commit is no commit id");
        return new FunnelEvent
        {
            Id = id,
            Phase = HasFailed(data, phase) ? FunnelPhase.Failed : phase,
            Branch = branch,
            IndexingId = indexing,
            Commit = commit,
            Kinds = kinds,
            Progress = Number(data, "progress_percent") is { } percent and >= 0 and <= 100
                ? new LockProgress((int)percent, Cut(Text(data, "progress_message") ?? string.Empty))
                : null,
            Records = Number(data, "records_indexed"),
            SizeBytes = Number(data, "index_size_bytes"),
            Message = Cut(Text(data, "error_message") ?? Text(data, "reason") ?? string.Empty),
        };
    }

    // Nothing is green by default: a completion that says it failed, or whose validation did not pass, is a failure.
    private static bool HasFailed(JsonElement data, FunnelPhase phase) => phase == FunnelPhase.Completed
        && ((Text(data, "status") is { } status && status != "success")
            || (data.TryGetProperty("validation_results", out var validation)
                && !(validation.ValueKind == JsonValueKind.Object && validation.TryGetProperty("passed", out var passed) && passed.ValueKind == JsonValueKind.True)));

    private static FunnelPhase? PhaseOf(string? type) => type is null ? null
        : type.EndsWith("indexing.started", StringComparison.Ordinal) ? FunnelPhase.Started
        : type.EndsWith("indexing.progress", StringComparison.Ordinal) ? FunnelPhase.Progress
        : type.EndsWith("indexing.completed", StringComparison.Ordinal) ? FunnelPhase.Completed
        : type.EndsWith("indexing.failed", StringComparison.Ordinal) ? FunnelPhase.Failed
        : null;

    // The pipeline before this one wrote the one name and read the other.
    private static ImmutableArray<ElementKind>? KindsOf(JsonElement data)
    {
        if (!data.TryGetProperty("resource_types", out var list) && !data.TryGetProperty("indexed_resource_types", out list))
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        var kinds = ImmutableArray.CreateBuilder<ElementKind>();
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String && Enum.TryParse<ElementKind>(item.GetString()!.Replace("_", string.Empty, StringComparison.Ordinal), true, out var kind) && Enum.IsDefined(kind))
                kinds.Add(kind);
            else
                return null;
        return kinds.ToImmutable();
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonText.IsUnicode(value.GetRawText()) ? value.GetString() : null;

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 ? number : null;

    private static string Cut(string text) => text.Length <= TextLimits.MaxReason ? text : $"{text.AsSpan(0, TextLimits.MaxReason - 1)}…";
}
