using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.DataLoader;

namespace Oms.Engine.Execution;

/// <summary>
/// Resolves what has to be awaited, and what lies above it, before anything is written (spec 6.4). What is pure below that is left to the
/// writing. Fields of one object are resolved in parallel; root fields of a mutation one after the other (spec 6.2.2).
/// </summary>
internal sealed partial class FieldResolution(OperationContext operation)
{
    /// <summary>Resolves the root of an operation.</summary>
    public static ValueTask<object?> ResolveRootAsync(OperationContext operation) =>
        operation.IsMutation || operation.Plan.Root.HasAsync ? new FieldResolution(operation).ResolveRootAsync() : new ValueTask<object?>(operation.RootValue);

    private ValueTask<object?> ResolveRootAsync()
    {
        var root = operation.Plan.Root;
        // Null when the server has no loaders. They fetch when every resolver that can start has been started.
        var loaders = operation.IsOfApplication && !operation.Binding.HasDataLoaders ? null : operation.Services.GetService<BatchDispatcher>();
        loaders?.BeginPass();
        try
        {
            return operation.IsMutation ? ResolveSeriallyAsync(root) : ResolveObjectAsync(root, operation.RootValue, null);
        }
        finally
        {
            loaders?.EndPass();
        }
    }

    private async ValueTask<object?> ResolveSeriallyAsync(ObjectPlan plan)
    {
        var slots = new object?[plan.Fields.Length];
        for (var i = 0; i < slots.Length; i++)
            if (plan.Fields[i].TypeName is null)
                slots[i] = await ResolveFieldAsync(plan.Fields[i], operation.RootValue, null);
        return new ResolvedObject(plan, operation.RootValue, slots);
    }

    private ValueTask<object?> ResolveObjectAsync(ObjectPlan plan, object? value, PathSegment? where)
    {
        var slots = new object?[plan.Fields.Length];
        List<Task>? waiting = null;
        for (var i = 0; i < slots.Length; i++)
        {
            var field = plan.Fields[i];
            if (!field.IsSpine)
                continue;
            var pending = ResolveFieldAsync(field, value, where);
            if (pending.IsCompletedSuccessfully)
                slots[i] = pending.Result;
            else
                (waiting ??= []).Add(StoreAsync(pending, slots, i));
        }

        var resolved = new ResolvedObject(plan, value, slots);
        return waiting is null ? new ValueTask<object?>(resolved) : AllAsync(waiting, resolved);
    }

    private static async Task StoreAsync(ValueTask<object?> pending, object?[] slots, int index) => slots[index] = await pending;

    private static async ValueTask<object?> AllAsync(List<Task> waiting, object resolved)
    {
        await Task.WhenAll(waiting);
        return resolved;
    }

    // Everything a resolver throws belongs to its field; only the end of the whole request passes.
    private async ValueTask<object?> ResolveFieldAsync(FieldPlan field, object? parent, PathSegment? above)
    {
        var where = new PathSegment(above, field.ResponseName);
        try
        {
            if (await FieldAuthorization.CheckAsync(operation, field) is { } refusal)
                return new FieldFailure(refusal);
            var arguments = operation.ArgumentsOf(field);
            if (arguments.Error is not null)
                return new FieldFailure(arguments.Error);
            var context = new ResolverContext(operation).For(field, parent, arguments.Typed, where);
            var binding = field.Binding!;
            var value = binding.Async is not null ? await binding.Async(context) : binding.Sync!(context);
            return await ExpandAsync(field, field.Shape, value, where);
        }
        catch (Exception e) when (!operation.IsCancelled)
        {
            return new FieldFailure(OperationContext.ErrorsOf(e));
        }
    }

    private ValueTask<object?> ExpandAsync(FieldPlan field, ValueShape shape, object? value, PathSegment where)
    {
        if (field.Binding!.IsUntyped && value is Exception or Task<object?>)
            return ExpandUntypedAsync(field, shape, value, where);
        if (field.Stream is not null && value is not null && shape == field.Shape)
            return ExpandStreamAsync(field, value, where);
        if (shape.Item is { } item && value is IEnumerable items and not string && (field.Children is { HasAsync: true } || field.Binding.IsUntyped))
            return ExpandListAsync(field, item, items, where);
        if (value is null || field.Children is not { HasAsync: true } children || shape.Item is not null)
            return new ValueTask<object?>(value);
        if (operation.Binding.ObjectTypeOf(shape.Named, value) is not { } type)
            return new ValueTask<object?>(value);
        var plan = children.For(type);
        if (plan.Fault is { } fault)
            return new ValueTask<object?>(new FieldFailure(fault));
        return plan.HasAsync ? ResolveObjectAsync(plan, value, where) : new ValueTask<object?>(value);
    }

    // The default resolver's lists may hold what is still to come, and what failed on its own.
    private async ValueTask<object?> ExpandUntypedAsync(FieldPlan field, ValueShape shape, object value, PathSegment where)
    {
        try
        {
            if (value is Exception failure)
                return new FieldFailure(OperationContext.ErrorsOf(failure));
            return await ExpandAsync(field, shape, await (Task<object?>)value, where);
        }
        catch (Exception e) when (!operation.IsCancelled)
        {
            return new FieldFailure(OperationContext.ErrorsOf(e));
        }
    }

    private async ValueTask<object?> ExpandListAsync(FieldPlan field, ValueShape shape, IEnumerable items, PathSegment where)
    {
        var pending = new List<ValueTask<object?>>();
        foreach (var item in items)
            pending.Add(ExpandAsync(field, shape, item, new PathSegment(where, pending.Count)));
        var resolved = new object?[pending.Count];
        for (var i = 0; i < resolved.Length; i++)
            resolved[i] = await pending[i];
        return new ResolvedList(resolved);
    }
}
