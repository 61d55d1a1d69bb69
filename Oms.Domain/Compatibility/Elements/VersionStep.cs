namespace Oms.Domain.Compatibility.Elements;

/// <summary>The part of a semantic version that a change raises (semver.org 2.0.0), least first.</summary>
public enum VersionStep
{
    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>Nothing that a program can notice.</summary>
    Patch,

    /// <summary>More to use, or something to look at.</summary>
    Minor,

    /// <summary>Something breaks for someone.</summary>
    Major,
}
