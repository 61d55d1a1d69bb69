namespace Oms.Engine.CostAnalysis;

/// <summary>What an operation costs at most with the variables of one request (IBM's cost directives, section "Cost").</summary>
/// <param name="FieldCost">The weights of all fields and arguments, those below a list as often as it is long.</param>
/// <param name="TypeCost">The weights of all objects, the root being one of them.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    internal static OperationCost Max(OperationCost a, OperationCost b) => new(Math.Max(a.FieldCost, b.FieldCost), Math.Max(a.TypeCost, b.TypeCost));

    internal OperationCost Plus(OperationCost other) => new(FieldCost + other.FieldCost, TypeCost + other.TypeCost);

    internal OperationCost Times(double factor) => new(FieldCost * factor, TypeCost * factor);
}
