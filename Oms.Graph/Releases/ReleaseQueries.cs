using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Connections;

namespace Oms.Graph.Releases;

/// <summary>The root fields of the chapter Releases.</summary>
[ExtendObjectType("Query")]
internal static class ReleaseQueries
{
    public static async Task<Connection<ReleaseNode>> GetReleasesAsync(
        string? branch, bool preReleases, int? first, string? after, int? last, string? before, ReleaseLookup releases, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        var all = await releases.AllAsync(cancellationToken);
        return new ReleaseListing([.. all.Where(r => (branch is null || r.Branch == branch) && (preReleases || !r.Version.IsPreRelease))]).Page(arguments, r => new ReleaseNode(r));
    }

    public static async Task<ReleaseNode?> GetReleaseAsync(string version, ReleaseLookup releases, CancellationToken cancellationToken) =>
        await releases.FindAsync(version, cancellationToken) is { } release ? new(release) : null;
}
