using System.Collections;
using System.Globalization;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>Replaces variables inside a list or object literal of a custom scalar, whose coercion knows constants only.</summary>
internal static class VariableSubstitution
{
    public static ValueNode Apply(ValueNode node, VariableValues variables)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return node switch
        {
            VariableNode variable => ToLiteral(variables.Get(variable.Name.Value), variable.Location),
            ListValueNode list => new ListValueNode(list.Location, [.. list.Items.Select(item => Apply(item, variables))]),
            ObjectValueNode literal => new ObjectValueNode(literal.Location, [.. ApplyToFields(literal, variables)]),
            _ => node,
        };
    }

    private static IEnumerable<ObjectFieldNode> ApplyToFields(ObjectValueNode literal, VariableValues variables)
    {
        foreach (var field in literal.Fields)
        {
            if (field.Value is VariableNode variable && variables.Get(variable.Name.Value) == Absent.Value)
                continue;
            yield return new ObjectFieldNode(field.Location, field.Name, Apply(field.Value, variables));
        }
    }

    private static ValueNode ToLiteral(object? value, Location location) => value switch
    {
        null or Absent => new NullValueNode(location),
        bool flag => new BooleanValueNode(location, flag),
        string text => new StringValueNode(location, text, isBlock: false),
        int or long or System.Numerics.BigInteger => new IntValueNode(location, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double or float or decimal => new FloatValueNode(location, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        IFile file => new StringValueNode(location, file.Name, isBlock: false),
        IReadOnlyDictionary<string, object?> map => new ObjectValueNode(
            location,
            [.. map.Select(entry => new ObjectFieldNode(location, new NameNode(location, entry.Key), ToLiteral(entry.Value, location)))]),
        IEnumerable list => new ListValueNode(location, [.. list.Cast<object?>().Select(item => ToLiteral(item, location))]),
        _ => new StringValueNode(location, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", isBlock: false),
    };
}
