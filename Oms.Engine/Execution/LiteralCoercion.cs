using System.Runtime.CompilerServices;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>Coerces values written in a document (spec 6.4.1 and the input coercion of each type in spec 3).</summary>
internal static class LiteralCoercion
{
    /// <summary>Coerces a literal.</summary>
    /// <param name="node">The literal.</param>
    /// <param name="type">The type expected.</param>
    /// <param name="variables">The variables' values; null where a constant is expected.</param>
    /// <param name="value">The value; <see cref="Absent.Value"/> for a variable that was not given.</param>
    /// <param name="problem">Why it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    public static bool TryCoerce(ValueNode node, IType type, VariableValues? variables, out object? value, out CoercionProblem? problem)
    {
        problem = null;
        if (node is VariableNode variable)
            return TryCoerceVariable(variable, type, variables, out value, out problem);
        if (type is NonNullType nonNull)
        {
            if (node is NullValueNode)
                return Fail($"Expected a value of the non-null type \"{type}\", found null.", out value, out problem);
            type = nonNull.Type;
        }
        else if (node is NullValueNode)
        {
            value = null;
            return true;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        return type switch
        {
            ListType list => TryCoerceList(node, list, variables, out value, out problem),
            InputObjectType inputObject => TryCoerceObject(node, inputObject, variables, out value, out problem),
            EnumType enumType => TryCoerceEnum(node, enumType, out value, out problem),
            ScalarType scalar => TryCoerceScalar(node, scalar, variables, out value, out problem),
            _ => Fail($"\"{type}\" is not an input type.", out value, out problem),
        };
    }

    private static bool TryCoerceVariable(
        VariableNode variable, IType type, VariableValues? variables, out object? value, out CoercionProblem? problem)
    {
        value = variables is null ? Absent.Value : variables.Get(variable.Name.Value);
        problem = value is null && type.IsNonNull
            ? new CoercionProblem($"Variable \"${variable.Name.Value}\" is null, but a value of the non-null type \"{type}\" is expected.")
            : null;
        return problem is null;
    }

    private static bool TryCoerceList(
        ValueNode node, ListType type, VariableValues? variables, out object? value, out CoercionProblem? problem)
    {
        if (node is not ListValueNode list)
        {
            var isItem = TryCoerce(node, type.ItemType, variables, out var single, out problem);
            value = isItem ? new[] { single } : null;
            return isItem;
        }

        var items = new object?[list.Items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryCoerce(list.Items[i], type.ItemType, variables, out var item, out problem))
            {
                problem!.In(i);
                value = null;
                return false;
            }

            if (item == Absent.Value)
            {
                if (type.ItemType.IsNonNull)
                    return Fail($"Expected a value of the non-null type \"{type.ItemType}\".", out value, out problem);
                item = null;
            }

            items[i] = item;
        }

        value = items;
        problem = null;
        return true;
    }

    private static bool TryCoerceObject(
        ValueNode node, InputObjectType type, VariableValues? variables, out object? value, out CoercionProblem? problem)
    {
        value = null;
        if (node is not ObjectValueNode literal)
            return Fail($"Expected an input object of type \"{type.Name}\".", out value, out problem);
        var values = InputObjectRules.NewValues(type);
        foreach (var entry in literal.Fields)
        {
            if (!type.Fields.TryGetValue(entry.Name.Value, out var field))
                return Fail($"Field \"{entry.Name.Value}\" is not defined by type \"{type.Name}\".", out value, out problem);
            if (!TryCoerce(entry.Value, field.Type, variables, out values[field.Index], out problem))
            {
                problem!.In(field.Name);
                return false;
            }
        }

        problem = InputObjectRules.Complete(type, values);
        if (problem is not null)
            return false;
        value = new CoercedInputs(type.Fields, values);
        return true;
    }

    private static bool TryCoerceEnum(ValueNode node, EnumType type, out object? value, out CoercionProblem? problem)
    {
        if (node is EnumValueNode literal && type.Values.TryGetValue(literal.Value, out var member))
        {
            value = member.Name;
            problem = null;
            return true;
        }

        return Fail($"Expected a value of the enum \"{type.Name}\".", out value, out problem);
    }

    private static bool TryCoerceScalar(
        ValueNode node, ScalarType type, VariableValues? variables, out object? value, out CoercionProblem? problem)
    {
        problem = null;
        if (node is ListValueNode or ObjectValueNode && variables is not null)
            node = VariableSubstitution.Apply(node, variables);
        return type.Coercion.TryParseLiteral(node, out value)
            || Fail($"{type.Name} cannot represent this value; expected {type.Coercion.Expectation}.", out value, out problem);
    }

    private static bool Fail(string message, out object? value, out CoercionProblem? problem)
    {
        value = null;
        problem = new CoercionProblem(message);
        return false;
    }
}
