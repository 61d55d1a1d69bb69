using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Graph.Registry;

namespace Oms.Graph.Merging;

/// <summary>The answers that are kept.</summary>
internal sealed class Resolutions(OntologyRegistry registry)
{
    // An answer can raise a question that only arises after it: this many rounds of answers to answers are enough for anybody.
    private const int MaxRounds = 16;

    /// <summary>Merges with the answers that were kept for these two branches, and those given along, which come first.</summary>
    internal async ValueTask<(MergeResult Result, MergeSources Sources)> MergeAsync(
        Snapshot @base, Snapshot ours, Snapshot theirs, string into, string from, IReadOnlyDictionary<string, Resolution> given,
        CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, Resolution>(given, StringComparer.Ordinal);
        var asked = new HashSet<string>(given.Keys, StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            var result = ThreeWayMerge.Run(@base, ours, theirs, answers);
            var found = false;
            foreach (var conflict in result.Conflicts.Where(c => asked.Add(c.Id)))
                if (await KeptAsync(conflict.Id, into, from, cancellationToken) is { } saved)
                    found |= answers.TryAdd(conflict.Id, saved.AsResolution());
            if (!found || round == MaxRounds)
                return (result, new MergeSources(@base, ours, theirs, answers));
        }
    }

    /// <summary>The answer that the same question was given somewhere; null where it never was.</summary>
    internal async ValueTask<SavedResolution?> OfferedAsync(string conflict, CancellationToken cancellationToken)
    {
        var prefix = SavedResolution.Prefix(conflict);
        var found = await registry.Store.GetDocumentsAsync(SavedResolution.DocumentKind, prefix, 1, cancellationToken);
        return found is [var first] && first.Key.StartsWith(prefix, StringComparison.Ordinal)
            ? CanonicalJson.Read<SavedResolution>(first.Content.Span)
            : null;
    }

    private async ValueTask<SavedResolution?> KeptAsync(string conflict, string into, string from, CancellationToken cancellationToken) =>
        await registry.Store.GetDocumentAsync(SavedResolution.DocumentKind, SavedResolution.Key(conflict, into, from), cancellationToken) is { } kept
            ? CanonicalJson.Read<SavedResolution>(kept.Content.Span)
            : null;
}
