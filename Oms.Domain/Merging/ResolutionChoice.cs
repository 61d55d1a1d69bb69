namespace Oms.Domain.Merging;

/// <summary>An answer to a conflict.</summary>
public enum ResolutionChoice
{
    /// <summary>As it is on our side, the branch that is merged into.</summary>
    Ours,

    /// <summary>As it is on their side, what is merged.</summary>
    Theirs,

    /// <summary>As it was before both.</summary>
    Base,

    /// <summary>What both say together.</summary>
    Both,

    /// <summary>A value given with the answer.</summary>
    Value,

    /// <summary>What was deleted stays, as the other side changed it.</summary>
    Keep,

    /// <summary>It goes, and with it what refers to it.</summary>
    AcceptDeletion,

    /// <summary>Theirs takes the name given with the answer.</summary>
    Rename,

    /// <summary>The two are one: theirs goes into ours.</summary>
    Unify,

    /// <summary>The type gets what the interface asks of it.</summary>
    Implement,
}
