using System.Runtime.CompilerServices;
using System.Text.Json;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.Conformance;

/// <summary>A field is the property of its name in the parent's JSON; the markers of the cases stand for failures, delays and echoes.</summary>
internal static class JsonResolver
{
    public const string EventsKey = "events";

    private const string SequenceKey = "sequence";

    public static ValueTask<object?> ResolveAsync(IResolverContext context) =>
        context.Parent is JsonElement { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(context.Field.Name, out var value)
            ? Value(value, context)
            : default;

    public static ValueTask<IAsyncEnumerable<object?>> OpenAsync(IResolverContext context) =>
        ValueTask.FromResult(EventsAsync((IEnumerable<object?>)context.ContextData[EventsKey]!));

    public static string? TypeOf(NamedType abstractType, object value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } element
            && element.TryGetProperty("__typename", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static async IAsyncEnumerable<object?> EventsAsync(
        IEnumerable<object?> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var one in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return one;
        }
    }

    private static ValueTask<object?> Value(JsonElement value, IResolverContext context)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return new(value.EnumerateArray().Select(item => Item(item, context)).ToArray());
        if (value.ValueKind != JsonValueKind.Object)
            return new(Scalar(value));
        if (value.TryGetProperty("$error", out var error))
            throw new InvalidOperationException(error.ToString());
        if (value.TryGetProperty("$args", out _))
            return new(EchoText.Of(context.Arguments));
        if (value.TryGetProperty("$seq", out _))
            return new(Count(context.ContextData));
        return value.TryGetProperty("$delay", out var delay)
            ? DelayAsync(delay.GetDouble(), value.TryGetProperty("value", out var late) ? late : default, context)
            : new(value);
    }

    // A failure is the item, not the list's; a delay is awaited with the others of its list.
    private static object? Item(JsonElement item, IResolverContext context)
    {
        if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("$error", out var error))
            return new InvalidOperationException(error.ToString());
        var value = Value(item, context);
        return value.IsCompletedSuccessfully ? value.Result : value.AsTask();
    }

    private static async ValueTask<object?> DelayAsync(double milliseconds, JsonElement value, IResolverContext context)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), context.RequestAborted);
        return value.ValueKind == JsonValueKind.Undefined ? null : await Value(value, context);
    }

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => InputText.Of(value),
        JsonValueKind.Number => value.TryGetInt32(out var integer) ? integer : value.GetDouble(),
        _ => null,
    };

    private static object Count(IDictionary<string, object?> state)
    {
        lock (state)
        {
            var next = state.TryGetValue(SequenceKey, out var known) ? (int)known! + 1 : 1;
            state[SequenceKey] = next;
            return next;
        }
    }
}
