using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Releases;

/// <summary>Releases a commit under a version.</summary>
/// <param name="Branch">The branch whose history holds the commit.</param>
/// <param name="Version">The version asked for; null for the least that the change allows.</param>
/// <param name="Notes">What there is to say of it; empty for nothing.</param>
/// <param name="PreRelease">The identifiers of a pre-release that is to be numbered, for example <c>rc</c>; null for the version as it is.</param>
public sealed record CreateRelease(BranchName Branch, SemanticVersion? Version, string Notes, string? PreRelease = null)
{
    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="plan">What the change since the previous release asks for.</param>
    /// <param name="all">Every release.</param>
    /// <param name="count">How many releases there are, as it is kept; null where there are none yet.</param>
    public Result<ReleaseDecision> Decide(
        CommandContext context, CommitRecord commit, ReleasePlan plan, ImmutableArray<Release> all, StoredDocument? count)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(plan);
        if (!context.May(Right.Release))
            return NotAuthorized.Lacking(Right.Release, "to make a release");
        if (TextLimits.CheckOptional("notes", Notes, TextLimits.MaxMessage) is { } text)
            return text;
        if (Version is null && plan.Previous is { } same && same.Version == plan.Minimum)
            return NothingSince(same.Version);
        if (Choose(plan, all) is not { } version)
            return new ReleaseVersionInvalid(PreRelease!) { Path = ["preRelease"] };
        if (PreRelease is not null && LastBefore(version, plan) is { } last && last.Tree == commit.Commit.Tree && IsNumbered(last.Version))
            return NothingSince(last.Version);
        return Check(version, plan, all) is { } refusal ? refusal : Make(new Journal(context), version, commit, plan, count);
    }

    private NothingChanged NothingSince(SemanticVersion version) => new(Branch.Value)
    {
        Message = $"Nothing changed on '{Branch.Value}' since {version.Value}, so there is nothing to release. Ask for a whole version to release it all the same.",
    };

    private SemanticVersion? Choose(ReleasePlan plan, ImmutableArray<Release> all)
    {
        var version = Version ?? plan.Minimum;
        if (PreRelease is null)
            return version;
        return version.IsPreRelease ? null : version.NextPreRelease(PreRelease, all.Select(r => r.Version));
    }

    private bool IsNumbered(SemanticVersion version) => version.PreRelease.StartsWith(PreRelease + ".", StringComparison.Ordinal);

    private static Release? LastBefore(SemanticVersion version, ReleasePlan plan) => plan.PreReleases.FirstOrDefault(r => r.Version.Core == version.Core);

    private static Refusal? Check(SemanticVersion version, ReleasePlan plan, ImmutableArray<Release> all)
    {
        // What a pre-release leads to must be to come.
        if (all.FirstOrDefault(r => r.Version == version || r.Version == version.Core) is { } taken)
            return new ReleaseExists(taken.Version.Value, taken.Commit.Value) { Path = ["version"] };
        if (plan.Previous is { } previous && version.Core.CompareTo(plan.Minimum) < 0)
            return new ReleaseVersionTooLow(version.Value, plan.Minimum.Value, previous.Version.Value, plan.Verdict.Causes) { Path = ["version"] };
        if (version.IsPreRelease && LastBefore(version, plan) is { Version: var last } && version.CompareTo(last) < 0)
            return new ReleaseVersionTooLow(version.Value, last.Value + ".1", last.Value, []) { Path = ["version"] };
        return null;
    }

    private ReleaseDecision Make(Journal journal, SemanticVersion version, CommitRecord commit, ReleasePlan plan, StoredDocument? count)
    {
        var context = journal.Context;
        var release = new Release
        {
            Version = version,
            Commit = commit.Id,
            Tree = commit.Commit.Tree,
            Branch = Branch.Value,
            By = context.Actor.Subject,
            At = context.Time,
            Notes = Notes,
            Previous = plan.Previous?.Version,
            Step = plan.Previous is null ? VersionStep.Major : plan.Verdict.Step,
            Level = plan.Verdict.Level,
        };
        journal.Record(TargetTypes.Release, version.Value, "create", entry => entry with
        {
            TargetName = version.Value,
            Branch = Branch.Value,
            Commit = commit.Id.Value,
            After = CanonicalJson.Literal(release),
            Issues = commit.Commit.Issues,
            Reason = Notes.Length == 0 ? null : Notes,
        });
        journal.Tell(
            EventTypes.ReleaseCreated, Branch.Value,
            new ReleaseCreatedData(version.Value, commit.Id.Value, release.Previous?.Value, release.Step, release.Level), commit.Id.Value,
            subject: $"release/{version.Value}");
        // Two releases that do not know of each other could give one line two next versions: whoever comes second decides again.
        var change = new Change
        {
            Documents =
            [
                new DocumentWrite(Release.DocumentKind, version.Key, 0, CanonicalJson.Write(release)),
                new DocumentWrite(CountKind, CountKey, count?.Version ?? 0, CanonicalJson.Write((count?.Version ?? 0) + 1)),
            ],
            Audit = journal.Entries,
            Events = journal.Events,
        };
        return new ReleaseDecision(change, release);
    }

    /// <summary>The kind of the one document that counts releases.</summary>
    public const string CountKind = "release-count";

    /// <summary>Its key.</summary>
    public const string CountKey = "all";
}
