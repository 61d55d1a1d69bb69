using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>Coerces the arguments of a field (spec 6.4.1).</summary>
internal static class ArgumentCoercion
{
    /// <summary>The arguments of a field that uses no variables; null where it does.</summary>
    public static ArgumentValues? Constant(FieldPlan plan)
    {
        if (plan.Field.Arguments.Count == 0)
            return ArgumentValues.None;
        return plan.Nodes[0].Arguments.Any(a => HasVariable(a.Value)) ? null : Coerce(plan, VariableValues.None);
    }

    /// <summary>The arguments of a field in one request.</summary>
    public static ArgumentValues Coerce(FieldPlan plan, VariableValues variables)
    {
        var definitions = plan.Field.Arguments;
        var values = new object?[definitions.Count];
        var typed = new object?[definitions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var node = plan.Nodes[0].Arguments.FirstOrDefault(a => a.Name.Value == definitions[i].Name);
            if (CoerceOne(definitions[i], node, variables, out values[i]) is { } problem)
                return new ArgumentValues(ArgumentValues.None.Coerced, [], Located(problem, node, plan));
            if (plan.Binding is { } binding && i < binding.ArgumentTypes.Length && binding.ArgumentTypes[i] is { } type)
                typed[i] = InputValues.Convert(values[i], type);
        }

        return new ArgumentValues(new CoercedInputs(definitions, values), typed, null);
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

    private static GraphQLError Located(string message, ArgumentNode? node, FieldPlan plan) =>
        ErrorBuilder.New().SetMessage(message).AddLocation(node?.Value.Location ?? plan.Nodes[0].Location).Build();

    // The parser's bound on depth bounds this too.
    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode fields => fields.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}
