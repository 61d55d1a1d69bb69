using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Domain.Releases;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>Release</c>.</summary>
internal sealed class ReleaseNode(Release release)
{
    internal const string TypeName = "Release";

    public string Id => GlobalId.Of(TypeName, release.Version.Value);

    public string Version => release.Version.Value;

    public bool IsPreRelease => release.Version.IsPreRelease;

    public string Branch => release.Branch;

    public string Tree => release.Tree.Value;

    public string By => release.By;

    public DateTimeOffset At => release.At;

    public string Notes => release.Notes;

    public VersionStep Step => release.Step;

    public CompatibilityLevel Level => release.Level;

    public async Task<CommitNode> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(release.Commit, cancellationToken));

    public async Task<ReleaseNode?> GetPreviousAsync(ReleaseLookup releases, CancellationToken cancellationToken) =>
        release.Previous is { } version && await releases.FindAsync(version, cancellationToken) is { } found ? new(found) : null;

    public async Task<OntologyNode> GetOntologyAsync(Pin pin, CancellationToken cancellationToken) =>
        new(await pin.AtReleaseAsync(release.Version.Value, cancellationToken));

    public async Task<ChangelogNode> GetChangelogAsync(string? since, ReleaseLookup releases, Pin pin, CancellationToken cancellationToken)
    {
        var from = since ?? release.Previous?.Value;
        if (from is null)
            return new ChangelogNode(release, null, Snapshot.Empty, await ContentAsync(release.Version.Value));
        var earlier = await releases.FindAsync(from, cancellationToken)
            ?? throw QueryError.Of(QueryError.ReleaseNotFound, $"There is no release `{ElementIdArgument.Clip(from)}`; `releases` lists those there are.");
        return new ChangelogNode(release, earlier.Version, await ContentAsync(earlier.Version.Value), await ContentAsync(release.Version.Value));

        async ValueTask<Snapshot> ContentAsync(string version) => (await pin.AtReleaseAsync(version, cancellationToken)).Snapshot;
    }
}
