using Oms.Engine.Binding;
using Oms.Engine.Constraints;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>Coerces the arguments of a field (spec 6.4.1).</summary>
internal static class ArgumentCoercion
{
    /// <summary>The arguments of a field that uses no variables; null where it does.</summary>
    public static ArgumentValues? Constant(FieldPlan plan)
    {
        if (plan.Field.Arguments.Count == 0 && plan.Binding?.ShownArguments is null)
            return ArgumentValues.None;
        foreach (var argument in plan.Nodes[0].Arguments)
            if (HasVariable(argument.Value))
                return null;
        return Coerce(plan, VariableValues.None);
    }

    /// <summary>The arguments of a field in one request.</summary>
    public static ArgumentValues Coerce(FieldPlan plan, VariableValues variables)
    {
        if (plan.Binding is { ShownArguments: { } shown } binding)
            return CoerceShown(plan, binding, shown, variables);
        return Coerce(plan, plan.Binding?.ArgumentTypes ?? [], variables);
    }

    // The resolver takes all arguments; what the caller does not see is absent.
    private static ArgumentValues CoerceShown(FieldPlan plan, FieldBinding binding, int[] shown, VariableValues variables)
    {
        var types = new Type?[plan.Field.Arguments.Count];
        for (var i = 0; i < shown.Length; i++)
            if (shown[i] >= 0)
                types[shown[i]] = binding.ArgumentTypes[i];
        var values = Coerce(plan, types, variables);
        return values.Error is not null ? values : values with
        {
            Typed = [.. shown.Select((index, i) => index >= 0 ? values.Typed[index] : binding.ArgumentTypes[i] is { } type ? InputValues.Convert(Absent.Value, type) : Absent.Value)],
        };
    }

    private static ArgumentValues Coerce(FieldPlan plan, Type?[] types, VariableValues variables)
    {
        var definitions = plan.Field.Arguments;
        var values = new object?[definitions.Count];
        var typed = values;
        for (var i = 0; i < values.Length; i++)
        {
            var node = NodeOf(plan, definitions[i]);
            if (CoerceOne(definitions[i], node, variables, out values[i]) is { } problem)
                return new ArgumentValues(ArgumentValues.None.Coerced, [], Located(new GraphQLError(problem), node, plan));
            if (ConstraintCheck.Of(definitions[i], values[i]) is { } broken)
                return new ArgumentValues(ArgumentValues.None.Coerced, [], Located(broken, node, plan));
            var value = i < types.Length && types[i] is { } type && values[i]?.GetType() != type ? InputValues.Convert(values[i], type) : values[i];
            // Mostly the parameters take the values as they are, and one array serves for both.
            if (typed == values && value != values[i])
                typed = [.. values];
            typed[i] = value;
        }

        return new ArgumentValues(new CoercedInputs(definitions, values), typed, null);
    }

    private static ArgumentNode? NodeOf(FieldPlan plan, Types.InputValueDefinition definition)
    {
        foreach (var argument in plan.Nodes[0].Arguments)
            if (argument.Name.Value == definition.Name)
                return argument;
        return null;
    }

    private static string? CoerceOne(Types.InputValueDefinition definition, ArgumentNode? node, VariableValues variables, out object? value)
    {
        value = Absent.Value;
        if (node is not null && !LiteralCoercion.TryCoerce(node.Value, definition.Type, variables, out value, out var problem))
            return $"Argument \"{definition.Name}\" has an invalid value. {problem!.Message}";
        if (value == Absent.Value)
            value = InputDefaults.Get(definition);
        return value == Absent.Value && definition.Type.IsNonNull
            ? $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided."
            : null;
    }

    private static GraphQLError Located(GraphQLError error, ArgumentNode? node, FieldPlan plan) =>
        ErrorBuilder.FromError(error).AddLocation(node?.Value.Location ?? plan.Nodes[0].Location).Build();

    /// <summary>Whether a variable is in a value. The parser's bound on depth bounds this too.</summary>
    public static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode fields => fields.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}
