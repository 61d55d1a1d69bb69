using System.Collections.Immutable;
using Oms.Domain.Merging;

namespace Oms.Domain.Proposals;

/// <summary>What a reviewer has not seen yet.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Entry">The change as it is proposed now; where it was taken back, as it was.</param>
public sealed record ReviewedChange(ReviewedChangeKind Kind, DiffEntry Entry)
{
    /// <summary>
    /// What differs between two contents of a proposal, in the order of paths; empty exactly when their hashes are equal. What the target did
    /// meanwhile is in neither, and so is not told.
    /// </summary>
    public static ImmutableArray<ReviewedChange> Between(ProposedChange then, ProposedChange now)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        if (then.Hash == now.Hash)
            return [];
        var seen = then.Entries.ToLookup(e => (e.Path.Text, e.Operation));
        var places = then.Entries.Select(e => e.Path.Text).ToHashSet(StringComparer.Ordinal);
        var left = now.Entries.Select(e => (e.Path.Text, e.Operation)).ToHashSet();
        var found = ImmutableArray.CreateBuilder<ReviewedChange>();
        foreach (var entry in now.Entries)
            if (!seen[(entry.Path.Text, entry.Operation)].Any(e => e.Before == entry.Before && e.After == entry.After))
                found.Add(new ReviewedChange(places.Contains(entry.Path.Text) ? ReviewedChangeKind.Changed : ReviewedChangeKind.New, entry));
        var still = found.Select(f => f.Entry.Path.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in then.Entries)
            if (!left.Contains((entry.Path.Text, entry.Operation)) && !still.Contains(entry.Path.Text))
                found.Add(new ReviewedChange(ReviewedChangeKind.TakenBack, entry));
        return [.. found.OrderBy(f => f.Entry.Path.Text, StringComparer.Ordinal)];
    }
}
