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
public sealed record CreateRelease(BranchName Branch, SemanticVersion? Version, string Notes)
{
    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="plan">What the change since the previous release asks for.</param>
    /// <param name="find">The release of a version; null where there is none.</param>
    /// <param name="count">How many releases there are, as it is kept; null where there are none yet.</param>
    public Result<ReleaseDecision> Decide(
        CommandContext context, CommitRecord commit, ReleasePlan plan, Func<SemanticVersion, Release?> find, StoredDocument? count)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(find);
        if (!context.May(Right.Release))
            return NotAuthorized.Lacking(Right.Release, "to make a release");
        if (TextLimits.CheckOptional("notes", Notes, TextLimits.MaxMessage) is { } text)
            return text;
        if (Version is null && plan.Previous?.Version == plan.Minimum)
            return new NothingChanged(Branch.Value);
        var version = Version ?? plan.Minimum;
        if (find(version) is { } taken)
            return new ReleaseExists(version.Value, taken.Commit.Value) { Path = ["version"] };
        if (plan.Previous is { } previous && version.CompareTo(plan.Minimum) < 0)
            return new ReleaseVersionTooLow(version.Value, plan.Minimum.Value, previous.Version.Value, plan.Verdict.Causes) { Path = ["version"] };
        return Make(new Journal(context), version, commit, plan, count);
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
