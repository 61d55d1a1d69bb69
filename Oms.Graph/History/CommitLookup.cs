using Oms.Domain.History;
using Oms.Graph.Connections;
using Oms.Graph.Registry;

namespace Oms.Graph.History;

/// <summary>Finds commits by id or by the beginning of one, as people type them.</summary>
internal sealed class CommitLookup(OntologyRegistry registry)
{
    /// <summary>The fewest digits that a beginning may have.</summary>
    internal const int MinDigits = 4;

    /// <summary>The commit; null when none starts so, or the text is no id; error COMMIT_AMBIGUOUS when several do.</summary>
    internal async ValueTask<CommitRecord?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var digits = text.ToLowerInvariant();
        if (ObjectHash.TryParse(digits, out var id))
            return await registry.GetCommitAsync(id, cancellationToken);
        if (digits.Length is < MinDigits or > 64 || digits.AsSpan().IndexOfAnyExcept("0123456789abcdef") >= 0)
            return null;
        var found = await registry.Store.FindCommitsAsync(digits, cancellationToken);
        return found.Length switch
        {
            0 => null,
            1 => await registry.GetCommitAsync(found[0], cancellationToken),
            _ => throw QueryError.Of(
                QueryError.CommitAmbiguous, $"Several commits start with `{digits}`: {string.Join(", ", found.Select(f => f.Short))}; give more digits."),
        };
    }

    /// <summary>Walks over the commits in memory, as far as they are there.</summary>
    internal Ancestry AncestryFor(CancellationToken cancellationToken) => new(id => registry.GetCommitAsync(id, cancellationToken));

    /// <summary>A commit that something stored refers to, which is therefore there.</summary>
    internal async ValueTask<CommitRecord> GetAsync(ObjectHash id, CancellationToken cancellationToken) =>
        await registry.GetCommitAsync(id, cancellationToken)
        ?? throw new InvalidOperationException($"commit {id.Short} is referred to, and is not in the store");
}
