using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Oms.Engine.Binding;
using Oms.Engine.Execution.Incremental;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>
/// Writes the response depth first into the buffer, reading pure fields on the way. A null where none may be takes the buffer back to the
/// nearest place that may be null (spec 6.4.4): no tree of the response is ever built.
/// </summary>
internal sealed partial class ResponseWriting(OperationContext operation, ResponseBuffer buffer, PendingWork? work = null, DeliveryScope? scope = null)
{
    private readonly WritingPath path = operation.WritingPath;
    private ResolverContext? shared;

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
        work?.TruncateTo(start);
        buffer.Write("null"u8);
        return true;
    }

    // False: something that must not be null is, so this object is null as well.
    private bool WriteObject(ObjectPlan plan, object? value, object?[]? slots) =>
        plan.Deferred is null ? WriteFields(plan, value, slots) : WriteDeferring(plan, value, slots);

    private bool WriteFields(ObjectPlan plan, object? value, object?[]? slots)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields = plan.Fields;
        if (fields.Length == 0)
        {
            buffer.Write("{}"u8);
            return true;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (slots is null && value is not null && (i = WriteLeaves(fields, value, i)) == fields.Length)
                break;
            var field = fields[i];
            buffer.WriteName(i == 0 ? field.First : field.Next);
            if (field.TypeName is { } name)
                buffer.Write(name);
            else if (!WriteField(field, value, slots, i))
                return false;
        }

        buffer.WriteByte((byte)'}');
        return true;
    }

    // Writes fields for as long as each is a property that is written as it is; the index of the first that is not.
    private int WriteLeaves(FieldPlan[] fields, object value, int index)
    {
        try
        {
            while (index < fields.Length && fields[index].Leaf is { } leaf && leaf(value, buffer, index == 0 ? fields[index].First : fields[index].Next))
                index++;
        }
        catch (Exception) when (!operation.IsCancelled)
        {
            // A property that throws has written nothing; it is read again the long way, where what it throws becomes the field's error.
        }

        return index;
    }

    private bool WriteField(FieldPlan field, object? parent, object?[]? slots, int index)
    {
        if (field.IsConstantIntrospection)
            return WriteIntrospection(field, parent);
        // The fields of a mutation are all resolved before, and one after the other.
        var isResolved = slots is not null && (field.IsSpine || (path.IsRoot && operation.IsMutation));
        path.Push(field);
        var isWritten = WriteValue(field, field.Shape, isResolved ? slots![index] : Read(field, parent));
        path.Pop();
        return isWritten;
    }

    private bool WriteIntrospection(FieldPlan field, object? parent)
    {
        var answers = operation.Binding.Introspection;
        if (answers.TryGet(field, out var known))
        {
            buffer.Write(known);
            return true;
        }

        var (start, errors) = (buffer.Position, operation.Errors.Count);
        path.Push(field);
        var isWritten = WriteValue(field, field.Shape, Read(field, parent));
        path.Pop();
        if (isWritten && operation.Errors.Count == errors)
            answers.Keep(field, buffer.ToArray(start));
        return isWritten;
    }

    private object? Read(FieldPlan field, object? parent)
    {
        try
        {
            if (!field.Authorize.IsEmpty && Refusal(field) is { } refusal)
                return new FieldFailure(refusal);
            var arguments = operation.ArgumentsOf(field);
            return arguments.Error is null
                ? field.Binding!.Sync!((shared ??= new ResolverContext(operation)).For(field, parent, arguments.Typed, null))
                : new FieldFailure(arguments.Error);
        }
        catch (Exception e) when (!operation.IsCancelled)
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
        if (value is null)
        {
            if (shape.IsNonNull)
                Report(field, new GraphQLError($"Cannot return null for non-nullable field {field.Field.Coordinate}.") { Code = ErrorCodes.NonNullViolation });
            return WriteNull(shape);
        }

        if (value is FieldFailure failure)
        {
            foreach (var error in failure.Errors)
                Report(field, error);
            return WriteNull(shape);
        }

        var start = buffer.Position;
        if (shape.Item is { } item ? WriteList(field, item, value) : WriteNamed(field, shape, value))
            return true;
        buffer.TruncateTo(start);
        work?.TruncateTo(start);
        return WriteNull(shape);
    }

    private bool WriteNull(ValueShape shape)
    {
        if (shape.IsNonNull && operation.ErrorHandling == ErrorHandlingMode.Propagate)
            return false;
        buffer.Write("null"u8);
        return true;
    }

    private bool WriteList(FieldPlan field, ValueShape item, object value)
    {
        var resolved = value as ResolvedList;
        if (resolved is not null)
            value = resolved.Items;
        if (value is not IEnumerable items || value is string)
            return Fail(field, $"Expected a list for {field.Field.Coordinate}, found {value.GetType().Name}.");
        path.PushList();
        var isWritten = value switch
        {
            object?[] array => WriteItems(field, item, array),
            IReadOnlyList<object?> list => WriteItems(field, item, list),
            IList list => WriteItems(field, item, list),
            _ => WriteItems(field, item, items),
        };
        path.Pop();
        if (isWritten)
            buffer.WriteByte((byte)']');
        if (isWritten && resolved?.Rest is not null)
            Continue(field, resolved);
        return isWritten;
    }

    private bool WriteItems(FieldPlan field, ValueShape item, object?[] items)
    {
        for (var i = 0; i < items.Length; i++)
            if (!WriteItem(field, item, items[i], i))
                return false;
        return items.Length > 0 || WriteEmptyList();
    }

    private bool WriteItems(FieldPlan field, ValueShape item, IReadOnlyList<object?> items)
    {
        var count = items.Count;
        for (var i = 0; i < count; i++)
            if (!WriteItem(field, item, items[i], i))
                return false;
        return count > 0 || WriteEmptyList();
    }

    private bool WriteItems(FieldPlan field, ValueShape item, IList items)
    {
        var count = items.Count;
        for (var i = 0; i < count; i++)
            if (!WriteItem(field, item, items[i], i))
                return false;
        return count > 0 || WriteEmptyList();
    }

    private bool WriteItems(FieldPlan field, ValueShape item, IEnumerable items)
    {
        var (index, depth) = (0, path.Depth);
        try
        {
            foreach (var one in items)
                if (!WriteItem(field, item, one, index++))
                    return false;
        }
        catch (Exception e) when (e is not InsufficientExecutionStackException && !operation.IsCancelled)
        {
            // A lazy sequence may fail while it is read; that fails the list.
            path.LeaveTo(depth - 1);
            foreach (var error in OperationContext.ErrorsOf(e))
                Report(field, error);
            path.PushList();
            return false;
        }

        return index > 0 || WriteEmptyList();
    }

    private bool WriteEmptyList()
    {
        buffer.WriteByte((byte)'[');
        return true;
    }

    private bool WriteItem(FieldPlan field, ValueShape shape, object? value, int index)
    {
        buffer.WriteByte(index == 0 ? (byte)'[' : (byte)',');
        path.At(index);
        return WriteValue(field, shape, value);
    }

    private bool WriteNamed(FieldPlan field, ValueShape shape, object value)
    {
        if (shape.IsText && value is string text)
        {
            JsonText.WriteString(buffer, text);
            return true;
        }

        if (shape.Kind == TypeKind.Scalar)
            return WriteScalar(field, (ScalarType)shape.Named, value);
        if (shape.Kind == TypeKind.Enum)
            return WriteEnum(field, (EnumType)shape.Named, value);
        if (value is ResolvedObject resolved)
            return WriteObject(resolved.Plan, resolved.Value, resolved.Slots);
        var plan = field.Children!.Only;
        if (plan is null)
        {
            if (operation.Binding.ObjectTypeOf(shape.Named, value) is not { } type)
                return Fail(field, $"{value.GetType().Name} is no object type of {shape.Named.Name} at {field.Field.Coordinate}.");
            plan = field.Children.For(type);
        }

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

    private void Report(FieldPlan field, GraphQLError error) => operation.Report(field, error, ImmutableArray.Create(path.ToArray()));
}
