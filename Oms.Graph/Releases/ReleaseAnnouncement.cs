using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Events;
using Oms.Domain.Releases;
using Oms.Graph.Events;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>ReleaseAnnouncement</c>.</summary>
internal sealed class ReleaseAnnouncement(EventRecord record) : BranchMessage(record)
{
    private readonly ReleaseCreatedData data = Read<ReleaseCreatedData>(record);

    public string Version => data.Version;

    public bool IsPreRelease => SemanticVersion.Trusted(data.Version).IsPreRelease;

    public string? PreviousVersion => data.Previous;

    public VersionStep Step => data.Step;

    public CompatibilityLevel Level => data.Level;

    public async Task<ReleaseNode> GetReleaseAsync(ReleaseLookup releases, CancellationToken cancellationToken) =>
        new((await releases.FindAsync(data.Version, cancellationToken))!);
}
