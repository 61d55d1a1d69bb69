using System.Collections.Immutable;
using Oms.Engine.Limits;
using Oms.Engine.Response;

namespace Oms.Engine.CostAnalysis;

/// <summary>Holds the cost of an operation against <see cref="CostOptions"/>.</summary>
internal static class CostLimit
{
    /// <summary>Why the operation is too dear; empty when it is not.</summary>
    public static ImmutableArray<GraphQLError> Check(OperationCost cost, CostOptions options)
    {
        if (!options.EnforceCostLimits || (cost.FieldCost <= options.MaxFieldCost && cost.TypeCost <= options.MaxTypeCost))
            return [];
        var isField = cost.FieldCost > options.MaxFieldCost;
        var error = isField
            ? TooDear("field", cost.FieldCost, options.MaxFieldCost)
            : TooDear("type", cost.TypeCost, options.MaxTypeCost);
        return [error];
    }

    private static GraphQLError TooDear(string kind, double actual, double maximum) => ErrorBuilder.New()
        .SetMessage(FormattableString.Invariant($"The operation's {kind} cost is {actual:0.##}; {maximum:0.##} is allowed."))
        .SetCode(LimitErrorCodes.Cost)
        .SetExtension(kind + "Cost", actual)
        .SetExtension(kind == "field" ? "maxFieldCost" : "maxTypeCost", maximum)
        .Build();
}
