using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Compares lists of constraints, kind by kind, by the one lattice.</summary>
internal static class ConstraintChanges
{
    /// <summary>The constraints that stand so to what they were, in words; null where none does.</summary>
    internal static string? Of(ImmutableArray<Constraint> before, ImmutableArray<Constraint> after, Relation relation)
    {
        var kinds = before.Concat(after).Select(c => c.Kind).Distinct().Order();
        var changed = kinds.Where(k => ConstraintLattice.Compare(Find(before, k), Find(after, k)) == relation).ToList();
        return changed.Count == 0 ? null : string.Join(", ", changed.Select(k => $"the constraint {Words.Of(k)} {Find(after, k)?.Value.Text ?? "gone"} instead of {Find(before, k)?.Value.Text ?? "none"}"));
    }

    private static Constraint? Find(ImmutableArray<Constraint> constraints, ConstraintKind kind) => constraints.FirstOrDefault(c => c.Kind == kind);
}
