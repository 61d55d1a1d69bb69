using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>A selected field with all below it, ready to be counted with the variables of a request.</summary>
internal sealed class SelectedFieldCost
{
    private readonly FieldNode node;
    private readonly FieldDefinition definition;
    private readonly FieldCost cost;
    private readonly CostModel model;
    private readonly SelectionCost? children;

    /// <summary>Takes a field; what does not depend on variables is counted at once.</summary>
    public SelectedFieldCost(FieldNode node, FieldDefinition definition, CostModel model, SelectionCost? children)
    {
        (this.node, this.definition, this.model, this.children) = (node, definition, model, children);
        cost = model.Of(definition);
        var isConstant = (children is null || children.ConstantCost is not null) && !DependsOnVariables();
        if (isConstant)
            ConstantCost = Of(VariableValues.None, null);
    }

    /// <summary>The cost, when variables do not matter.</summary>
    public OperationCost? ConstantCost { get; }

    /// <summary>Whether the field around it says how long its list is.</summary>
    public bool IsSizedBy(ListSize around) => Array.IndexOf(around.SizedFields, definition.Name) >= 0;

    /// <summary>The cost of the field for one object.</summary>
    /// <param name="variables">The variables of the request.</param>
    /// <param name="sizeFromAround">How long its list is by the field around it; null when that does not say.</param>
    public OperationCost Of(VariableValues variables, double? sizeFromAround)
    {
        if (sizeFromAround is null && ConstantCost is { } known)
            return known;
        var size = cost.ListSize is { } list ? SlicedSize.Of(list, node, definition, variables) : 1;
        var sizesItself = cost.ListSize is { SizedFields.Length: 0 };
        var own = sizeFromAround ?? (sizesItself ? size : 1);
        var below = children?.Of(variables, sizesItself ? null : cost.ListSize, size) ?? new OperationCost(0, model.Of(definition.Type.NamedType));
        var arguments = cost.ArgumentsCount ? ArgumentCost.Of(model, node, definition, variables) : 0;
        return below.Times(Math.Max(0, own)).Plus(new OperationCost(Math.Max(0, cost.Weight + arguments), 0));
    }

    private bool DependsOnVariables()
    {
        if (cost.ListSize is { } list && SlicedSize.DependsOnVariables(list, node))
            return true;
        return cost.ArgumentsCount && node.Arguments.Any(argument => ArgumentCost.HasVariable(argument.Value));
    }
}
