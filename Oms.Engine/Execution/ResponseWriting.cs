using System.Collections;
using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>
/// Writes the response depth first into the buffer, reading pure fields on the way. A null where none may be takes the buffer back to the
/// nearest place that may be null (spec 6.4.4): no tree of the response is ever built.
/// </summary>
internal sealed class ResponseWriting(OperationContext operation, ResponseBuffer buffer)
{
    private readonly ResolverContext shared = new(operation);

    /// <summary>Writes the root object, or null; returns whether it is null.</summary>
    public bool WriteData(object? root)
    {
        var start = buffer.Position;
        var isWritten = root is ResolvedObject resolved
            ? WriteObject(resolved.Plan, resolved.Value, resolved.Slots)
            : WriteObject(operation.Plan.Root, root, null);
        if (isWritten)
            return false;
        buffer.TruncateTo(start);
        buffer.Write("null"u8);
        return true;
    }

    // False: something that must not be null is, so this object is null as well.
    private bool WriteObject(ObjectPlan plan, object? value, object?[]? slots)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        buffer.WriteByte((byte)'{');
        for (var i = 0; i < plan.Fields.Length; i++)
        {
            var field = plan.Fields[i];
            buffer.Write(i == 0 ? field.First : field.Next);
            if (field.TypeName is { } name)
            {
                buffer.Write(name);
                continue;
            }

            if (!WriteField(field, value, slots, i))
                return false;
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(FieldPlan field, object? parent, object?[]? slots, int index)
    {
        if (slots is not null && (field.IsSpine || (operation.IsMutation && operation.WritingPath.Count == 0)))
        {
            operation.WritingPath.Add(field.ResponseName);
            var isWritten = WriteValue(field, field.Shape, slots[index]);
            operation.WritingPath.RemoveAt(operation.WritingPath.Count - 1);
            return isWritten;
        }

        if (field.Binding!.Leaf is { } leaf && field.Authorize.IsEmpty && parent is not null && TryWriteLeaf(leaf, parent))
            return true;
        operation.WritingPath.Add(field.ResponseName);
        var ok = WriteValue(field, field.Shape, Read(field, parent));
        operation.WritingPath.RemoveAt(operation.WritingPath.Count - 1);
        return ok;
    }

    // A property that throws is read again the long way, where what it throws becomes the field's error.
    private bool TryWriteLeaf(Func<object, ResponseBuffer, bool> leaf, object parent)
    {
        try
        {
            return leaf(parent, buffer);
        }
        catch (Exception) when (!operation.Cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private object? Read(FieldPlan field, object? parent)
    {
        try
        {
            if (!field.Authorize.IsEmpty && Refusal(field) is { } refusal)
                return new FieldFailure(refusal);
            var arguments = operation.ArgumentsOf(field);
            return arguments.Error is null
                ? field.Binding!.Sync!(shared.For(field, parent, arguments.Typed, null))
                : new FieldFailure(arguments.Error);
        }
        catch (Exception e) when (!operation.Cancellation.IsCancellationRequested)
        {
            return new FieldFailure(OperationContext.ErrorsOf(e));
        }
    }

    // Decisions were made before; only a type that came up behind an interface for the first time may ask here.
    private GraphQLError? Refusal(FieldPlan field)
    {
        var check = FieldAuthorization.CheckAsync(operation, field);
        return check.IsCompleted ? check.GetAwaiter().GetResult() : check.AsTask().GetAwaiter().GetResult();
    }

    private bool WriteValue(FieldPlan field, ValueShape shape, object? value)
    {
        if (value is FieldFailure failure)
        {
            foreach (var error in failure.Errors)
                Report(field, error);
            return WriteNull(shape);
        }

        if (value is null)
        {
            if (shape.IsNonNull)
                Report(field, new GraphQLError($"Cannot return null for non-nullable field {field.Field.Coordinate}.") { Code = ErrorCodes.NonNullViolation });
            return WriteNull(shape);
        }

        var start = buffer.Position;
        if (shape.Item is { } item ? WriteList(field, item, value) : WriteNamed(field, shape.Named, value))
            return true;
        buffer.TruncateTo(start);
        return WriteNull(shape);
    }

    private bool WriteNull(ValueShape shape)
    {
        if (shape.IsNonNull)
            return false;
        buffer.Write("null"u8);
        return true;
    }

    private bool WriteList(FieldPlan field, ValueShape item, object value)
    {
        if (value is ResolvedList resolved)
            value = resolved.Items;
        if (value is not IEnumerable items || value is string)
            return Fail(field, $"Expected a list for {field.Field.Coordinate}, found {value.GetType().Name}.");
        buffer.WriteByte((byte)'[');
        var isWritten = value is IList list ? WriteItems(field, item, list) : WriteItems(field, item, items);
        buffer.WriteByte((byte)']');
        return isWritten;
    }

    private bool WriteItems(FieldPlan field, ValueShape item, IList list)
    {
        for (var i = 0; i < list.Count; i++)
            if (!WriteItem(field, item, list[i], i))
                return false;
        return true;
    }

    private bool WriteItems(FieldPlan field, ValueShape item, IEnumerable items)
    {
        var index = 0;
        try
        {
            foreach (var one in items)
                if (!WriteItem(field, item, one, index++))
                    return false;
        }
        catch (Exception e) when (!operation.Cancellation.IsCancellationRequested)
        {
            // A lazy sequence may fail while it is read; that fails the list.
            foreach (var error in OperationContext.ErrorsOf(e))
                Report(field, error);
            return false;
        }

        return true;
    }

    private bool WriteItem(FieldPlan field, ValueShape shape, object? value, int index)
    {
        if (index > 0)
            buffer.WriteByte((byte)',');
        var path = operation.WritingPath;
        path.Add(BoxedIndexes.Of(index));
        var isWritten = WriteValue(field, shape, value);
        path.RemoveAt(path.Count - 1);
        return isWritten;
    }

    private bool WriteNamed(FieldPlan field, NamedType named, object value)
    {
        switch (named)
        {
            case ScalarType scalar:
                return WriteScalar(field, scalar, value);
            case EnumType enumType:
                return WriteEnum(field, enumType, value);
        }

        if (value is ResolvedObject resolved)
            return WriteObject(resolved.Plan, resolved.Value, resolved.Slots);
        if (operation.Binding.ObjectTypeOf(named, value) is not { } type)
            return Fail(field, $"{value.GetType().Name} is no object type of {named.Name} at {field.Field.Coordinate}.");
        var plan = field.Children!.For(type);
        if (plan.Fault is not { } fault)
            return WriteObject(plan, value, null);
        Report(field, fault);
        return false;
    }

    private bool WriteScalar(FieldPlan field, ScalarType scalar, object value)
    {
        var start = buffer.Position;
        if (scalar.Coercion.TryWrite(value, buffer))
            return true;
        buffer.TruncateTo(start);
        return Fail(field, $"{scalar.Name} cannot represent the value of {field.Field.Coordinate}; expected {scalar.Coercion.Expectation}.");
    }

    private bool WriteEnum(FieldPlan field, EnumType type, object value)
    {
        if (value is Enum && EnumNames.Of(value.GetType()).Json(value) is { } json)
        {
            buffer.Write(json);
            return true;
        }

        if (value is not string name || !type.Values.Contains(name))
            return Fail(field, $"Enum \"{type.Name}\" has no such value at {field.Field.Coordinate}.");
        JsonText.WriteString(buffer, name);
        return true;
    }

    private bool Fail(FieldPlan field, string message)
    {
        Report(field, new GraphQLError(message));
        return false;
    }

    private void Report(FieldPlan field, GraphQLError error) => operation.Report(field, error, ImmutableArray.Create(operation.WritePath()));
}
