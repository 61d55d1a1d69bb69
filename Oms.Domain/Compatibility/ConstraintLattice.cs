using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Compatibility;

/// <summary>
/// The one order of constraints by what they allow (domain.md 3.5, decided in appendix A): no constraint allows everything, a smaller
/// minimum or a larger maximum more, an enum what is in its list. Two different patterns are unrelated.
/// </summary>
public static class ConstraintLattice
{
    /// <summary>How the second constraint of one kind stands to the first; null is none.</summary>
    /// <param name="before">The constraint before.</param>
    /// <param name="after">The constraint after; of the same kind.</param>
    public static Relation Compare(Constraint? before, Constraint? after)
    {
        if (before?.Value == after?.Value)
            return Relation.Equal;
        if (before is null)
            return Relation.Narrower;
        if (after is null)
            return Relation.Wider;
        if (before.Kind == ConstraintKind.Enum)
            return CompareEnums(Items(before), Items(after));
        if (before.Kind == ConstraintKind.Pattern || Order(before.Value, after.Value) is not { } order)
            return Relation.Unrelated;
        var grows = IsUpper(before.Kind) ? order < 0 : order > 0;
        return order == 0 ? Relation.Equal : grows ? Relation.Wider : Relation.Narrower;
    }

    /// <summary>
    /// The strictest constraint that allows what either allows, null for none at all; false when there is no such (two patterns, or values
    /// that can not be compared). Symmetric but for the message, which is the first's.
    /// </summary>
    /// <param name="one">A constraint; null is none.</param>
    /// <param name="other">Another of the same kind.</param>
    /// <param name="joined">What allows both.</param>
    public static bool TryJoin(Constraint? one, Constraint? other, out Constraint? joined)
    {
        joined = null;
        if (one is null || other is null)
            return true;
        switch (Compare(one, other))
        {
            case Relation.Equal or Relation.Narrower:
                joined = one;
                return true;
            case Relation.Wider:
                joined = other;
                return true;
            default:
                joined = one.Kind == ConstraintKind.Enum ? Union(one, other) : null;
                return joined is not null;
        }
    }

    /// <summary>The values of an enum constraint as canonical JSON, in their order.</summary>
    public static IReadOnlyList<string> Items(Constraint constraint) => Json.Of(constraint.Value) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(v => CanonicalJson.Literal(v).Text)]
        : [];

    private static Constraint Union(Constraint one, Constraint other) => one with
    {
        Value = new JsonLiteral($"[{string.Join(',', Items(one).Concat(Items(other)).Distinct(StringComparer.Ordinal))}]"),
    };

    private static Relation CompareEnums(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (old, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
        return old.SetEquals(now) ? Relation.Equal
            : old.IsSubsetOf(now) ? Relation.Wider
            : now.IsSubsetOf(old) ? Relation.Narrower
            : Relation.Unrelated;
    }

    private static bool IsUpper(ConstraintKind kind) => kind is ConstraintKind.Max or ConstraintKind.MaxLength or ConstraintKind.MaxItems;

    // The bounds of days and moments are texts of the same form, which compare as their moments do while their zones agree.
    private static int? Order(JsonLiteral one, JsonLiteral other)
    {
        var (left, right) = (Json.Of(one), Json.Of(other));
        foreach (var type in new[] { "decimal", "date", "time", "datetime" })
            if (Scalar.Read(left, type) is { } low && Scalar.Read(right, type) is { } high && low.GetType() == high.GetType())
                return low.CompareTo(high);
        return null;
    }
}
