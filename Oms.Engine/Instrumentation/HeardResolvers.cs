using Oms.Engine.Binding;
using Oms.Engine.Execution;

namespace Oms.Engine.Instrumentation;

/// <summary>Tells listeners of resolvers, by standing in their place. Made once with the schema, and only where a listener asks for it.</summary>
internal static class HeardResolvers
{
    /// <summary>A binding whose resolver the listeners hear of; a property that is written as it is stays what it was.</summary>
    public static FieldBinding Of(FieldBinding binding, ExecutionDiagnosticEventListener[] listeners) => binding with
    {
        Sync = binding.Sync is { } read ? context => Read(read, context, listeners) : null,
        Async = binding.Async is { } resolve ? context => ResolveAsync(resolve, context, listeners) : null,
    };

    private static object? Read(Func<ResolverContext, object?> read, ResolverContext context, ExecutionDiagnosticEventListener[] listeners)
    {
        using (Open(context, listeners))
            return read(context);
    }

    private static async ValueTask<object?> ResolveAsync(
        Func<ResolverContext, ValueTask<object?>> resolve, ResolverContext context, ExecutionDiagnosticEventListener[] listeners)
    {
        using (Open(context, listeners))
            return await resolve(context);
    }

    private static Scopes Open(ResolverContext context, ExecutionDiagnosticEventListener[] listeners) =>
        Scopes.Open(listeners, context, static (listener, field) => listener.ResolveFieldValue(field));
}
