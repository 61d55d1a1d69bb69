namespace Oms.Domain.Merging;

/// <summary>How a field is compared and merged.</summary>
internal enum FieldKind
{
    /// <summary>One value, taken whole.</summary>
    Scalar,

    /// <summary>The API name.</summary>
    Name,

    /// <summary>A text in several languages.</summary>
    Texts,

    /// <summary>Values by key.</summary>
    Annotations,

    /// <summary>A list whose items are one value each, in which each stands once.</summary>
    Set,

    /// <summary>A list of records that are told apart by a key.</summary>
    Records,

    /// <summary>Constraints, at most one of each kind.</summary>
    Constraints,

    /// <summary>A record with fields of its own.</summary>
    Record,

    /// <summary>A number that the registry counts itself.</summary>
    Counter,
}
