using Oms.Engine.Execution;

namespace Oms.Engine.CostAnalysis;

/// <summary>
/// What is selected of a composite type, once for each set of object types that the fragments' type conditions tell apart. Of these the
/// dearest counts, since each object has one type.
/// </summary>
/// <param name="alternatives">The sets of object types.</param>
internal sealed class SelectionCost(SelectionCost.Alternative[] alternatives)
{
    private readonly OperationCost? constant = Constant(alternatives);

    /// <summary>The cost, when variables do not matter.</summary>
    public OperationCost? ConstantCost => constant;

    /// <summary>The cost of one object.</summary>
    /// <param name="variables">The variables of the request.</param>
    /// <param name="sizing">The field around it, when its <c>@listSize</c> says how long lists of this selection are.</param>
    /// <param name="size">How long.</param>
    public OperationCost Of(VariableValues variables, ListSize? sizing, double size)
    {
        if (sizing is null && constant is { } known)
            return known;
        var greatest = default(OperationCost);
        foreach (var alternative in alternatives)
        {
            var sum = new OperationCost(0, alternative.TypeWeight);
            foreach (var field in alternative.Fields)
                sum = sum.Plus(field.Of(variables, sizing is not null && field.IsSizedBy(sizing) ? size : null));
            greatest = OperationCost.Max(greatest, sum);
        }

        return greatest;
    }

    private static OperationCost? Constant(Alternative[] alternatives)
    {
        var greatest = default(OperationCost);
        foreach (var alternative in alternatives)
        {
            var sum = new OperationCost(0, alternative.TypeWeight);
            foreach (var field in alternative.Fields)
            {
                if (field.ConstantCost is not { } cost)
                    return null;
                sum = sum.Plus(cost);
            }

            greatest = OperationCost.Max(greatest, sum);
        }

        return greatest;
    }

    /// <summary>What is selected of some object types.</summary>
    /// <param name="TypeWeight">What the dearest of the types weighs.</param>
    /// <param name="Fields">The fields, merged by their response names.</param>
    internal readonly record struct Alternative(double TypeWeight, SelectedFieldCost[] Fields);
}
