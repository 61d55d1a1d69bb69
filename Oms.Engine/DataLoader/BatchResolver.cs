using System.Collections;
using System.Reflection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.DataLoader;

/// <summary>A resolver of all parents at once.</summary>
/// <param name="field">The field it resolves.</param>
/// <param name="parent">The type of a parent.</param>
/// <param name="binding">The resolver itself, compiled for a list of parents in the place of one.</param>
internal sealed class BatchResolver(FieldDefinition field, Type parent, FieldBinding binding)
{
    /// <summary>Whether a method resolves all parents at once.</summary>
    public static bool IsOne(MemberInfo member) => member.IsDefined(typeof(BatchResolverAttribute));

    /// <summary>Whether a class has such a method.</summary>
    public static bool HasOne(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Any(IsOne);

    /// <summary>The binding that collects parents, where a method resolves all of them at once; its own otherwise.</summary>
    public static FieldBinding Of(FieldBinding binding, MethodInfo method, FieldDefinition field, List<string> problems)
    {
        if (!IsOne(method))
            return binding;
        var parents = method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(ParentAttribute)))?.ParameterType;
        if (parents is null || ListItems.Of(parents) is not { } parent || !parents.IsAssignableFrom(parent.MakeArrayType()))
            problems.Add($"{method.DeclaringType?.Name}.{method.Name} is a [BatchResolver] and takes no [Parent] that is an IReadOnlyList<T> or an array.");
        else if (ListItems.Of(AsyncResults.Awaited(method.ReturnType)) is null)
            problems.Add($"{method.DeclaringType?.Name}.{method.Name} is a [BatchResolver] and returns no list.");
        else
            return new BatchResolver(field, parent, binding).Collecting();
        return binding;
    }

    /// <summary>Resolves the field of all parents.</summary>
    /// <returns>As many results as there are parents, each a value or what fails it.</returns>
    public async ValueTask<IReadOnlyList<object?>> ResolveAsync(ResolverContext first, IReadOnlyList<object?> parents)
    {
        var all = Array.CreateInstance(parent, parents.Count);
        for (var i = 0; i < parents.Count; i++)
            all.SetValue(parents[i], i);
        var context = first.WithParent(all);
        var results = binding.Async is { } resolve ? await resolve(context) : binding.Sync!(context);
        object?[] values = [.. ((IEnumerable?)results ?? Array.Empty<object>()).Cast<object?>()];
        return values.Length == parents.Count ? values
            : throw new InvalidOperationException($"The batch resolver of {field.Coordinate} returned {values.Length} results for {parents.Count} parents.");
    }

    private FieldBinding Collecting() => new()
    {
        Async = ResolveAsync,
        ArgumentTypes = binding.ArgumentTypes,
    };

    private async ValueTask<object?> ResolveAsync(ResolverContext context)
    {
        var batches = (ParentBatches?)context.Operation.Services.GetService(typeof(ParentBatches))
            ?? throw new InvalidOperationException($"The services of the request have no scheduler for the batch resolver of {field.Coordinate}.");
        var value = await batches.ResolveAsync(this, context);
        return value is GraphQLError error ? throw new GraphQLException(error) : value;
    }
}
