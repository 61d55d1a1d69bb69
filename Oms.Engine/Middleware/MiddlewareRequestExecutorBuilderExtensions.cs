using Oms.Engine.Configuration;
using Oms.Engine.Middleware;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What can be put around fields and requests, under Hot Chocolate's names.</summary>
public static class MiddlewareRequestExecutorBuilderExtensions
{
    /// <summary>
    /// Puts something around the resolving of every field but those of introspection. What is added first is the outermost. Every field is then awaited;
    /// where only some need it, name them or use a directive.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="middleware">Makes what is done from what comes next.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseField(this IRequestExecutorBuilder builder, FieldMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Setup.FieldMiddleware.Add((null, null, middleware));
        return builder;
    }

    /// <summary>Puts something around the resolving of one field, inside of what is for all of them.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="typeName">The object type.</param>
    /// <param name="fieldName">The field.</param>
    /// <param name="middleware">Makes what is done from what comes next.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseField(this IRequestExecutorBuilder builder, string typeName, string fieldName, FieldMiddleware middleware)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeName);
        ArgumentException.ThrowIfNullOrEmpty(fieldName);
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Setup.FieldMiddleware.Add((typeName, fieldName, middleware));
        return builder;
    }

    /// <summary>
    /// Gives a directive of the schema document its meaning: something around the resolving of each field that it is applied to, or of every field
    /// of an object type that it is applied to. Several on one field come as they stand, the first outermost, those of the type before those of the field. A
    /// directive whose locations have FIELD means the same where clients apply it in their operations.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="directiveName">The directive, without the <c>@</c>; the schema document defines it.</param>
    /// <param name="middleware">Makes what is done from what comes next and the arguments of the directive.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDirectiveMiddleware(this IRequestExecutorBuilder builder, string directiveName, DirectiveMiddleware middleware)
    {
        ArgumentException.ThrowIfNullOrEmpty(directiveName);
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Setup.DirectiveMiddleware[directiveName] = middleware;
        return builder;
    }

    /// <summary>
    /// Puts something around the execution of every request that can be executed, on every transport: of each operation of a batch, of what comes
    /// over a socket, of the start of a subscription (its events are executed without it). What is added first is the outermost.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="middleware">Makes what is done from what comes next.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseRequest(this IRequestExecutorBuilder builder, RequestMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Setup.RequestMiddleware.Add(_ => middleware);
        return builder;
    }

    /// <summary>
    /// Puts an object of a class around the execution of every request. Its constructor takes the next <see cref="RequestDelegate"/>, and services of the
    /// application; its method <c>InvokeAsync</c> takes an <see cref="IRequestContext"/> and returns a <see cref="ValueTask"/> or <see cref="Task"/>.
    /// </summary>
    /// <typeparam name="T">The class; one object of it serves all requests.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">It has no such method.</exception>
    public static IRequestExecutorBuilder UseRequest<T>(this IRequestExecutorBuilder builder)
        where T : class
    {
        var invoke = typeof(T).GetMethod("InvokeAsync", [typeof(IRequestContext)]);
        if (invoke?.ReturnType != typeof(ValueTask) && invoke?.ReturnType != typeof(Task))
            throw new ArgumentException($"{typeof(T).Name} has no public method InvokeAsync(IRequestContext) that returns a ValueTask or Task.");
        builder.Setup.RequestMiddleware.Add(services => next =>
        {
            var made = ActivatorUtilities.CreateInstance<T>(services, next);
            if (invoke.ReturnType == typeof(ValueTask))
                return invoke.CreateDelegate<RequestDelegate>(made);
            var run = invoke.CreateDelegate<Func<IRequestContext, Task>>(made);
            return context => new ValueTask(run(context));
        });
        return builder;
    }
}
