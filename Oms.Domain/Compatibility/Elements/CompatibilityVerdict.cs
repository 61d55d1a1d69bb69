using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What a change comes to.</summary>
/// <param name="Mode">What it had to keep.</param>
/// <param name="Findings">What was found, each in the direction that the mode asks for.</param>
public sealed record CompatibilityVerdict(CompatibilityMode Mode, ImmutableArray<Finding> Findings)
{
    /// <summary>True when nothing breaks, or nothing had to be kept.</summary>
    public bool IsKept => Mode == CompatibilityMode.None || Findings.All(f => f.Criticality != Criticality.Breaking);

    /// <summary>The part of the version that the change raises.</summary>
    public VersionStep Step => Findings.IsEmpty ? VersionStep.None : Findings.Max(StepOf);

    /// <summary>The fewest findings that force <see cref="Step"/>: without all of them it would be less. One for each rule, place and direction.</summary>
    public ImmutableArray<Finding> Causes => Step <= VersionStep.Patch ? [] : [.. Findings.Where(f => StepOf(f) == Step).DistinctBy(f => (f.Rule, f.Path, f.Direction))];

    /// <summary>How far apart the versions are.</summary>
    public CompatibilityLevel Level => Step switch
    {
        VersionStep.None or VersionStep.Patch => CompatibilityLevel.Compatible,
        VersionStep.Minor => CompatibilityLevel.BackwardCompatible,
        _ when Causes.All(f => ElementRules.Find(f.Rule) is { Migration: not MigrationKind.None }) => CompatibilityLevel.MigrationRequired,
        _ => CompatibilityLevel.Incompatible,
    };

    /// <summary>Judges one change in the directions of a mode, for the planes named or for all.</summary>
    public static CompatibilityVerdict Of(Snapshot before, Snapshot after, CompatibilityMode mode, params ImmutableArray<ConsumerPlane> planes) =>
        Of([before], after, mode, planes);

    /// <summary>Judges a change against every earlier version that the mode asks about.</summary>
    /// <param name="earlier">The versions before, the last one first; at least one.</param>
    /// <param name="after">The new version.</param>
    /// <param name="mode">What has to be kept.</param>
    /// <param name="planes">The consumers; all where none is named.</param>
    public static CompatibilityVerdict Of(IReadOnlyList<Snapshot> earlier, Snapshot after, CompatibilityMode mode, params ImmutableArray<ConsumerPlane> planes)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var isTransitive = mode is CompatibilityMode.BackwardTransitive or CompatibilityMode.ForwardTransitive or CompatibilityMode.FullTransitive;
        var isForward = mode is CompatibilityMode.Forward or CompatibilityMode.ForwardTransitive;
        var isBoth = mode is CompatibilityMode.Full or CompatibilityMode.FullTransitive;
        var found = new HashSet<Finding>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var before in isTransitive ? earlier : earlier.Take(1))
        {
            if (!isForward)
                Add(OntologyComparison.Compare(before, after, planes));
            if (isForward || isBoth)
                Add(OntologyComparison.Judge(before, after, planes, ElementRules.All, static _ => true, CompatibilityDirection.Forward));
        }

        return new CompatibilityVerdict(mode, findings.ToImmutable());

        void Add(ImmutableArray<Finding> more)
        {
            foreach (var finding in more)
                if (found.Add(finding))
                    findings.Add(finding);
        }
    }

    private static VersionStep StepOf(Finding finding) => finding.Criticality switch
    {
        Criticality.Breaking => VersionStep.Major,
        Criticality.Dangerous => VersionStep.Minor,
        _ => ElementRules.Find(finding.Rule) is { IsAddition: true } ? VersionStep.Minor : VersionStep.Patch,
    };
}
