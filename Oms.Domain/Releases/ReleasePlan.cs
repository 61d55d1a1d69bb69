using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Domain.Releases;

/// <summary>What the change since the previous release asks of the next version.</summary>
/// <param name="Previous">The greatest version in the history of the commit, pre-releases left out; null where there is none.</param>
/// <param name="Verdict">What changed since; nothing for the first of a line.</param>
/// <param name="Minimum">The least version that says so.</param>
public sealed record ReleasePlan(Release? Previous, CompatibilityVerdict Verdict, SemanticVersion Minimum)
{
    /// <summary>The pre-releases in the history of the commit that are greater than <see cref="Previous"/>, the greatest first.</summary>
    public ImmutableArray<Release> PreReleases { get; init; } = [];

    /// <summary>The first release of a line, about which nothing was promised before.</summary>
    public static ReleasePlan First { get; } = new(null, new CompatibilityVerdict(CompatibilityMode.Backward, []), SemanticVersion.First);

    /// <summary>Plans the release of a version after another. Cost follows the change.</summary>
    /// <param name="previous">The release before.</param>
    /// <param name="before">Its content.</param>
    /// <param name="after">The content of the new one.</param>
    public static ReleasePlan After(Release previous, Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(previous);
        var verdict = CompatibilityVerdict.Of(before, after, CompatibilityMode.Backward);
        // A difference that no rule tells is one all the same: equal versions have equal content.
        var step = verdict.Step == VersionStep.None && previous.Tree != after.Tree ? VersionStep.Patch : verdict.Step;
        return new ReleasePlan(previous, verdict, previous.Version.After(step));
    }
}
