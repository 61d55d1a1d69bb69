namespace Oms.Domain.Merging;

/// <summary>What the two sides did to the same place (domain.md 3.1): the structural kind of a conflict.</summary>
public enum ConflictKind
{
    /// <summary>Both added it, not alike.</summary>
    AddAdd,

    /// <summary>Both changed it, not alike.</summary>
    ModifyModify,

    /// <summary>Ours changed what theirs deleted.</summary>
    ModifyDelete,

    /// <summary>Ours deleted what theirs changed.</summary>
    DeleteModify,

    /// <summary>Each side is valid; together they break a rule.</summary>
    Invalid,
}
