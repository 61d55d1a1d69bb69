namespace Oms.Engine.Data;

/// <summary>What one filter may cost: matching recurses as deep as it nests, and tries each condition on each item.</summary>
public sealed class FilterOptions
{
    /// <summary>How many input objects may lie in each other; 8 by default. A deeper filter is a field error with the code FILTER_TOO_DEEP.</summary>
    public int MaxDepth { get; set; } = 8;

    /// <summary>
    /// How many conditions there may be, values of <c>in</c> and <c>nin</c> included; 1000 by default. A larger filter is a field error with the code
    /// FILTER_TOO_LARGE.
    /// </summary>
    public int MaxConditions { get; set; } = 1000;
}
