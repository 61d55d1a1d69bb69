namespace Oms.Domain.Releases;

/// <summary>The parts of a changelog, in their order (keepachangelog.com 1.1.0, with what breaks first).</summary>
public enum ChangelogSectionKind
{
    /// <summary>What breaks for someone.</summary>
    Breaking,

    /// <summary>What is new.</summary>
    Added,

    /// <summary>What has another name.</summary>
    Renamed,

    /// <summary>What is otherwise than before.</summary>
    Changed,

    /// <summary>What will go.</summary>
    Deprecated,

    /// <summary>What is gone.</summary>
    Removed,
}
