namespace Oms.Engine.CostAnalysis;

/// <summary>What operations may cost, and how what the schema leaves open is counted. Names and defaults are Hot Chocolate's.</summary>
public sealed class CostOptions
{
    /// <summary>The greatest sum of the fields' weights; 1000 by default.</summary>
    public double MaxFieldCost { get; set; } = 1000;

    /// <summary>The greatest sum of the weights of the objects an operation can return; 1000 by default.</summary>
    public double MaxTypeCost { get; set; } = 1000;

    /// <summary>Whether operations beyond a maximum are refused with HC0047; true by default.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>
    /// Whether fields that have to be awaited weigh <see cref="DefaultResolverCost"/> where the schema has no <c>@cost</c>, and
    /// connections are sized by <c>first</c> and <c>last</c> where it has no <c>@listSize</c>; true by default.
    /// </summary>
    public bool ApplyCostDefaults { get; set; } = true;

    /// <summary>Whether <c>slicingArgumentDefaultValue</c> of <c>@listSize</c> counts where no slicing argument is given; true by default.</summary>
    public bool ApplySlicingArgumentDefaultValue { get; set; } = true;

    /// <summary>What a field that has to be awaited weighs without <c>@cost</c>; 10 by default.</summary>
    public double DefaultResolverCost { get; set; } = 10;

    /// <summary>How many entries a connection is assumed to have at most, where the schema has no <c>@listSize</c>; 50 by default.</summary>
    public int DefaultAssumedSize { get; set; } = 50;

    /// <summary>How many entries a connection is counted with that is asked for without <c>first</c> and <c>last</c>; 10 by default.</summary>
    public int DefaultPageSize { get; set; } = 10;
}
