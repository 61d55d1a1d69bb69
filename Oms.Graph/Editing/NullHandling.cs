namespace Oms.Graph.Editing;

/// <summary>What becomes of a null that a client sent.</summary>
internal enum NullHandling
{
    /// <summary>It stands for nothing: a whole definition.</summary>
    LeftOut,

    /// <summary>It is written, but not inside lists: a merge patch, in which a list is a whole value.</summary>
    KeptOutsideLists,

    /// <summary>It is written: what was sent, exactly.</summary>
    Kept,
}
