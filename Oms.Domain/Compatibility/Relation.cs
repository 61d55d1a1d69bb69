namespace Oms.Domain.Compatibility;

/// <summary>How what a definition allows after a change stands to what it allowed before.</summary>
public enum Relation
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>All of it and more: every value from before still fits.</summary>
    Wider,

    /// <summary>Less of it: nothing new, and something from before no longer fits.</summary>
    Narrower,

    /// <summary>Neither holds the other.</summary>
    Unrelated,
}
