using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Releases;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Releases;

/// <summary>Finds releases. One that was read is kept: it never changes.</summary>
internal sealed class ReleaseLookup(OntologyRegistry registry)
{
    private const int MaxKept = 1_000;

    private readonly LeastRecentlyUsed<SemanticVersion, Release> known = new(MaxKept);

    /// <summary>The release of a version as people write it; null where the text is none, or there is none.</summary>
    internal async ValueTask<Release?> FindAsync(string text, CancellationToken cancellationToken) =>
        SemanticVersion.TryParse(text, out var version) ? await FindAsync(version, cancellationToken) : null;

    /// <summary>The release of a version; null where there is none.</summary>
    internal async ValueTask<Release?> FindAsync(SemanticVersion version, CancellationToken cancellationToken)
    {
        if (known.TryGet(version, out var kept))
            return kept;
        return await registry.Store.GetDocumentAsync(Release.DocumentKind, version.Key, cancellationToken) is { } document ? Keep(document) : null;
    }

    /// <summary>Every release, the greatest version first.</summary>
    internal async ValueTask<ImmutableArray<Release>> AllAsync(CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<Release>();
        await foreach (var document in registry.Store.ReadDocumentsAsync(Release.DocumentKind, null, cancellationToken))
            all.Add(Keep(document));
        all.Sort((one, other) => other.Version.CompareTo(one.Version));
        return all.ToImmutable();
    }

    /// <summary>The greatest version in the history of a commit, null where there is none, and the pre-releases there that are greater.</summary>
    internal static async ValueTask<(Release? Previous, ImmutableArray<Release> PreReleases)> BeforeAsync(
        ImmutableArray<Release> greatestFirst, Ancestry ancestry, ObjectHash commit)
    {
        var preReleases = ImmutableArray.CreateBuilder<Release>();
        foreach (var release in greatestFirst)
        {
            if (!await ancestry.IsAncestorAsync(release.Commit, commit))
                continue;
            if (!release.Version.IsPreRelease)
                return (release, preReleases.ToImmutable());
            preReleases.Add(release);
        }

        return (null, preReleases.ToImmutable());
    }

    private Release Keep(StoredDocument document)
    {
        var release = CanonicalJson.Read<Release>(document.Content.Span);
        known.Put(release.Version, release);
        return release;
    }
}
