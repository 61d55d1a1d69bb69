using System.Collections;
using System.Globalization;
using System.Numerics;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>How long a list is by the arguments that slice it: as the number, or as the list of ids, that is given.</summary>
internal static class SlicedSize
{
    /// <summary>The length.</summary>
    /// <exception cref="GraphQLException">Exactly one slicing argument is required, and there is none or there are several.</exception>
    public static double Of(ListSize list, FieldNode node, FieldDefinition definition, VariableValues variables)
    {
        double? greatest = null;
        var given = 0;
        foreach (var argument in list.SlicingArguments)
        {
            if (ValueOf(argument, node, variables) is not { } value)
                continue;
            given++;
            greatest = Math.Max(greatest ?? 0, value);
        }

        if (list.RequiresOne && given != 1)
            throw new GraphQLException(NotOne(list, node, definition, given));
        return greatest ?? list.SlicingArgumentDefaultValue ?? list.AssumedSize ?? 1;
    }

    /// <summary>Whether a slicing argument is a variable.</summary>
    public static bool DependsOnVariables(ListSize list, FieldNode node) =>
        list.SlicingArguments.Any(argument => Find(node, argument.Name) is VariableNode);

    private static double? ValueOf(InputValueDefinition argument, FieldNode node, VariableValues variables)
    {
        var literal = Find(node, argument.Name);
        var value = literal is VariableNode variable ? variables.Get(variable.Name.Value) : Absent.Value;
        if (literal is null || (literal is VariableNode && value == Absent.Value))
            literal = argument.DefaultValue;
        return literal switch
        {
            ListValueNode list => list.Items.Length,
            IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
            VariableNode => value switch
            {
                int number => number,
                long number => number,
                BigInteger number => (double)number,
                double number => number,
                ICollection list => list.Count,
                _ => null,
            },
            _ => null,
        };
    }

    private static ValueNode? Find(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name)
                return argument.Value;
        }

        return null;
    }

    private static GraphQLError NotOne(ListSize list, FieldNode node, FieldDefinition definition, int given) => ErrorBuilder.New()
        .SetMessage($"{definition.Coordinate} needs exactly one of its arguments {string.Join(", ", list.SlicingArguments.Select(a => $"\"{a.Name}\""))}; {given} are given.")
        .SetCode(Limits.LimitErrorCodes.SlicingArguments)
        .AddLocation(node.Location)
        .Build();
}
