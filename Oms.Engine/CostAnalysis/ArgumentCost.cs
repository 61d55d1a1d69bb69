using System.Collections;
using System.Runtime.CompilerServices;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>What the arguments of a field weigh: each one that is given, with the input objects in it, each as often as it stands there.</summary>
internal static class ArgumentCost
{
    /// <summary>The sum of the weights.</summary>
    public static double Of(CostModel model, FieldNode node, FieldDefinition definition, VariableValues variables)
    {
        var sum = 0d;
        foreach (var argument in node.Arguments)
        {
            if (definition.Arguments.TryGetValue(argument.Name.Value, out var input))
                sum += OfInput(model, input, argument.Value, variables);
        }

        return sum;
    }

    /// <summary>Whether a variable stands in a literal. Recursion follows its nesting, which the parser bounds.</summary>
    public static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode fields => fields.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };

    private static double OfInput(CostModel model, InputValueDefinition input, ValueNode value, VariableValues variables)
    {
        if (value is VariableNode variable)
            return OfCoerced(model, input, variables.Get(variable.Name.Value));
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            NullValueNode => 0,
            ListValueNode list => list.Items.Sum(item => OfInput(model, input, item, variables)),
            ObjectValueNode fields when input.Type.NamedType is InputObjectType type => model.Of(input) + fields.Fields.Sum(
                field => type.Fields.TryGetValue(field.Name.Value, out var member) ? OfInput(model, member, field.Value, variables) : 0),
            _ => model.Of(input),
        };
    }

    private static double OfCoerced(CostModel model, InputValueDefinition input, object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null or Absent:
                return 0;
            case CoercedInputs inputs when input.Type.NamedType is InputObjectType type:
                var sum = model.Of(input);
                for (var i = 0; i < inputs.Values.Length; i++)
                    sum += OfCoerced(model, type.Fields[i], inputs.Values[i]);
                return sum;
            case IList list when input.Type.NamedType is InputObjectType || model.Of(input) != 0:
                var items = 0d;
                foreach (var item in list)
                    items += OfCoerced(model, input, item);
                return items;
            case IList:
                return 0;
            default:
                return model.Of(input);
        }
    }
}
