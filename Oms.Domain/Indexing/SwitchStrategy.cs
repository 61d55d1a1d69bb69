namespace Oms.Domain.Indexing;

/// <summary>How a builder puts a shadow index in the place of the one in use (domain.md 2.4).</summary>
public enum SwitchStrategy
{
    /// <summary>By a rename; 1 to 3 s.</summary>
    AtomicRename,

    /// <summary>By a copy; 5 to 30 s.</summary>
    CopyAndReplace,
}
