using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;

namespace Oms.Domain.Releases;

/// <summary>A commit under a semantic version, for good: it is made once and never changed or taken back.</summary>
public sealed record Release
{
    /// <summary>The kind of document that releases are; the key is <see cref="SemanticVersion.Key"/>.</summary>
    public const string DocumentKind = "release";

    /// <summary>The version, its identity.</summary>
    public required SemanticVersion Version { get; init; }

    /// <summary>The commit.</summary>
    public required ObjectHash Commit { get; init; }

    /// <summary>The hash of its content.</summary>
    public ObjectHash Tree { get; init; }

    /// <summary>The branch that it was made on.</summary>
    public string Branch { get; init; } = string.Empty;

    /// <summary>Who made it.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What its maker says of it; empty for nothing.</summary>
    public string Notes { get; init; } = string.Empty;

    /// <summary>The greatest version in the history of its commit when it was made, pre-releases left out; null for the first of a line.</summary>
    public SemanticVersion? Previous { get; init; }

    /// <summary>The part of the version that the change since <see cref="Previous"/> raises at least.</summary>
    public VersionStep Step { get; init; }

    /// <summary>How far it is from <see cref="Previous"/>.</summary>
    public CompatibilityLevel Level { get; init; }
}
