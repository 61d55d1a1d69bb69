namespace Oms.Domain.Compatibility.Elements;

/// <summary>
/// What a change has to keep. The transitive modes ask it of every earlier version, and not of the last one only: two changes that each keep
/// the last version may together break the one before it.
/// </summary>
public enum CompatibilityMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who knows the version before can go on with the new one.</summary>
    Backward,

    /// <summary>As <see cref="Backward"/>, for every version before.</summary>
    BackwardTransitive,

    /// <summary>
    /// Who knows the new version can go on with the one before, for example where servers are updated after their clients. What is new is used only where
    /// it is there, so parts may come, and go where they could be left out.
    /// </summary>
    Forward,

    /// <summary>As <see cref="Forward"/>, for every version before.</summary>
    ForwardTransitive,

    /// <summary>Both.</summary>
    Full,

    /// <summary>Both, for every version before.</summary>
    FullTransitive,
}
