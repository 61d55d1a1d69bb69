namespace Oms.Domain.Ontology;

/// <summary>The kinds of constraints on values (domain.md 1.9, 1.10).</summary>
public enum ConstraintKind
{
    /// <summary>The smallest number or moment allowed.</summary>
    Min,

    /// <summary>The largest number or moment allowed.</summary>
    Max,

    /// <summary>The least length in characters.</summary>
    MinLength,

    /// <summary>The greatest length in characters.</summary>
    MaxLength,

    /// <summary>A regular expression (RE2 subset: no back references, no look-around) that the whole text matches.</summary>
    Pattern,

    /// <summary>The list of values allowed.</summary>
    Enum,

    /// <summary>The least number of items.</summary>
    MinItems,

    /// <summary>The greatest number of items.</summary>
    MaxItems,
}
