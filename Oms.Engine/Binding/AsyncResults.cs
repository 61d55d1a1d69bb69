using System.Reflection;
using Oms.Engine.Execution;
using Oms.Engine.Subscriptions;

namespace Oms.Engine.Binding;

/// <summary>Turns what resolver methods return into one awaitable of an object.</summary>
internal static class AsyncResults
{
    private static readonly MethodInfo[] Conversions = typeof(AsyncResults).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    /// <summary>The method that converts a result of this type, or null when it is a plain value.</summary>
    public static MethodInfo? ConversionOf(Type type)
    {
        if (type == typeof(Task))
            return Find(nameof(FromVoidTask));
        if (type == typeof(ValueTask))
            return Find(nameof(FromVoidValueTask));
        if (Closed(type, typeof(Task<>)) is { } task)
            return Find(nameof(FromTask)).MakeGenericMethod(task);
        if (Closed(type, typeof(ValueTask<>)) is { } valueTask)
            return Find(nameof(FromValueTask)).MakeGenericMethod(valueTask);
        return Closed(type, typeof(IAsyncEnumerable<>)) is { } stream ? Find(nameof(FromStream)).MakeGenericMethod(stream) : null;
    }

    /// <summary>The type a result of this type holds once it has been awaited.</summary>
    public static Type Awaited(Type type) =>
        Closed(type, typeof(Task<>)) ?? Closed(type, typeof(ValueTask<>))
        ?? (Closed(type, typeof(IAsyncEnumerable<>)) is { } item ? typeof(List<>).MakeGenericType(item) : type);

    /// <summary>The method that opens the events of a subscribe method's result of this type; null when it is none.</summary>
    public static MethodInfo? EventsOf(Type type)
    {
        var awaited = Closed(type, typeof(Task<>)) ?? Closed(type, typeof(ValueTask<>)) ?? type;
        if (Closed(awaited, typeof(IAsyncEnumerable<>)) is { } item)
            return Find(nameof(EventsOfEnumerable)).MakeGenericMethod(item);
        return Closed(awaited, typeof(ISourceStream<>)) is { } message ? Find(nameof(EventsOfSource)).MakeGenericMethod(message) : null;
    }

    private static MethodInfo Find(string name) => Conversions.First(m => m.Name == name);

    private static Type? Closed(Type type, Type definition)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == definition)
            return type.GetGenericArguments()[0];
        if (!definition.IsInterface)
            return type.BaseType is { } parent ? Closed(parent, definition) : null;
        return type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition)?.GetGenericArguments()[0];
    }

    private static ValueTask<object?> FromVoidTask(Task task) => AwaitVoid(new ValueTask(task));

    private static ValueTask<object?> FromVoidValueTask(ValueTask task) => AwaitVoid(task);

    private static async ValueTask<object?> AwaitVoid(ValueTask task)
    {
        await task;
        return null;
    }

    private static ValueTask<object?> FromTask<T>(Task<T> task) => FromValueTask(new ValueTask<T>(task));

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : AwaitValue(task);

    private static async ValueTask<object?> AwaitValue<T>(ValueTask<T> task) => await task;

    // Read to its end, unless the client asked for it item by item.
    private static ValueTask<object?> FromStream<T>(IAsyncEnumerable<T> stream, ResolverContext context) =>
        context.Plan.Stream is null ? ReadAll(stream, context.RequestAborted) : new ValueTask<object?>(Read(stream, context.RequestAborted));

    private static async ValueTask<object?> ReadAll<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }

    private static async ValueTask<IAsyncEnumerable<object?>> EventsOfEnumerable<T>(object result, CancellationToken cancellationToken)
    {
        var stream = result switch
        {
            IAsyncEnumerable<T> plain => plain,
            _ => (IAsyncEnumerable<T>)(await AwaitAny(result))!,
        };
        return Read(stream, cancellationToken);
    }

    private static async ValueTask<IAsyncEnumerable<object?>> EventsOfSource<T>(object result, CancellationToken cancellationToken)
    {
        var source = result switch
        {
            ISourceStream<T> plain => plain,
            _ => (ISourceStream<T>)(await AwaitAny(result))!,
        };
        return ReadSource(source, cancellationToken);
    }

    private static ValueTask<object?> AwaitAny(object result)
    {
        var conversion = ConversionOf(result.GetType()) ?? throw new InvalidOperationException($"{result.GetType()} can not be awaited.");
        return (ValueTask<object?>)conversion.Invoke(null, [result])!;
    }

    private static async IAsyncEnumerable<object?> Read<T>(
        IAsyncEnumerable<T> stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in stream.WithCancellation(cancellationToken))
            yield return item;
    }

    /// <summary>The events of a source, which is disposed with their enumeration, and also when nobody ever begins one.</summary>
    /// <param name="source">The source.</param>
    /// <param name="ended">Cancelled at the end of the subscription.</param>
    /// <returns>The events.</returns>
    public static IAsyncEnumerable<object?> ReadSource<T>(ISourceStream<T> source, CancellationToken ended)
    {
        // Disposing what a client never reads would otherwise wait for an enumerator that is never made.
        var leaving = ended.Register(() => _ = source.DisposeAsync().AsTask());
        return source is ITopicEvents topic ? new SentEvents(topic.Sent, source, leaving) : Enumerate(source, leaving, ended);
    }

    private static async IAsyncEnumerable<object?> Enumerate<T>(
        ISourceStream<T> source, CancellationTokenRegistration leaving, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (leaving)
        await using (source)
        {
            await foreach (var item in source.ReadEventsAsync().WithCancellation(cancellationToken))
                yield return item;
        }
    }
}
