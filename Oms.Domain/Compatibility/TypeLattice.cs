using System.Collections.Frozen;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Compatibility;

/// <summary>
/// The one order of types by what they hold (domain.md 3.3 and 4.2): <c>integer</c> below <c>long</c> because every integer is a long.
/// Merging joins two types upwards, compatibility asks which of two is wider, conversion asks whether a value survives; all three ask here.
/// </summary>
/// <remarks>
/// An edge says that every value of the lower type is a value of the upper one, with nothing lost. <c>long</c> stands below <c>decimal</c>
/// but not below <c>double</c>, which holds whole numbers up to 2^53 only. Nothing but <c>text</c> and <c>json</c> stands above
/// <c>string</c>, and no number stands below it: to write 7 as "7" is a conversion, which clients notice.
/// </remarks>
public static class TypeLattice
{
    private static readonly FrozenDictionary<string, string[]> Above = new Dictionary<string, string[]>
    {
        ["string"] = ["text"],
        ["integer"] = ["long", "double"],
        ["long"] = ["decimal"],
        ["float"] = ["double"],
        ["date"] = ["datetime"],
        ["timestamp"] = ["datetime"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Both in the word's sense of domain.md 1.9: the registry knows how to read and compare one such value.
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal, "boolean", "string", "text", "integer", "long", "float", "double", "decimal", "date", "time", "datetime", "timestamp");

    /// <summary>How the second type stands to the first.</summary>
    /// <param name="before">The type before; null is no type, which is unrelated to any.</param>
    /// <param name="after">The type after.</param>
    /// <param name="snapshot">Where value types are looked up, so that one stands below the data type it narrows; null: each for itself.</param>
    public static Relation Compare(TypeRef? before, TypeRef? after, Snapshot? snapshot = null)
    {
        if (before == after)
            return Relation.Equal;
        if (before is null || after is null)
            return Relation.Unrelated;
        var up = Holds(after, before, snapshot, 0);
        var down = Holds(before, after, snapshot, 0);
        return (up, down) switch
        {
            (true, true) => Relation.Equal,
            (true, _) => Relation.Wider,
            (_, true) => Relation.Narrower,
            _ => Relation.Unrelated,
        };
    }

    /// <summary>
    /// The narrowest type that holds both, and how safe it is to take it unasked: <see cref="Severity.Info"/> within texts, whole numbers
    /// and binary fractions, <see cref="Severity.Warn"/> where only <c>json</c> holds both because one of them is <c>json</c>,
    /// <see cref="Severity.Error"/> where there is one that changes the nature of the values. Symmetric. Null where nothing holds both.
    /// </summary>
    /// <param name="one">A type.</param>
    /// <param name="other">Another.</param>
    /// <param name="snapshot">As in <see cref="Compare"/>.</param>
    public static Widening<TypeRef>? Join(TypeRef one, TypeRef other, Snapshot? snapshot = null) => Join(one, other, snapshot, 0);

    private static Widening<TypeRef>? Join(TypeRef one, TypeRef other, Snapshot? snapshot, int depth)
    {
        if (one == other)
            return new(one, Severity.Info);
        if (depth > Limits.TypeDepth)
            return null;
        if (one.DataType is "array" or "map" && one.DataType == other.DataType && one.Key == other.Key)
            return one.Items is { } left && other.Items is { } right && Join(left, right, snapshot, depth + 1) is { } items
                ? new(one with { Items = items.Value }, items.Severity)
                : null;
        if (one.DataType == "decimal" && other.DataType == "decimal")
            return JoinDecimals(one, other);
        if (Holds(one, other, snapshot, depth))
            return new(one, SeverityOf(other, one));
        if (Holds(other, one, snapshot, depth))
            return new(other, SeverityOf(one, other));
        return JoinAbove(one, other);
    }

    // A number and its wider form are one nature; a day that becomes a moment, or anything that becomes json, is not.
    private static Severity SeverityOf(TypeRef lower, TypeRef upper) => (lower.DataType, upper.DataType) switch
    {
        (_, "json") => Severity.Warn,
        ("string", "text") or ("integer", "long") or ("float", "double") => Severity.Info,
        _ when lower.ValueType is not null => Severity.Warn,
        _ => Severity.Error,
    };

    private static Widening<TypeRef>? JoinDecimals(TypeRef one, TypeRef other)
    {
        var scale = Math.Max(TypeRules.ScaleOf(one), TypeRules.ScaleOf(other));
        var precision = scale + Math.Max(
            TypeRules.PrecisionOf(one) - TypeRules.ScaleOf(one), TypeRules.PrecisionOf(other) - TypeRules.ScaleOf(other));
        return precision > Limits.Precision ? null : new(one with { Precision = precision, Scale = scale }, Severity.Info);
    }

    private static Widening<TypeRef>? JoinAbove(TypeRef one, TypeRef other)
    {
        if (one.DataType is null || other.DataType is null)
            return null;
        foreach (var upper in Uppers(one.DataType))
            if (upper != "decimal" && Uppers(other.DataType).Contains(upper))
                return new(TypeRef.Data(upper), Severity.Error);
        return null;
    }

    private static bool Holds(TypeRef upper, TypeRef lower, Snapshot? snapshot, int depth)
    {
        if (upper == lower)
            return true;
        if (depth > Limits.TypeDepth)
            return false;
        if (lower.ValueType is { } id)
            return upper.ValueType is null && snapshot?.Find<ValueType>(id)?.BaseType is { ValueType: null } under
                && Holds(upper, under, snapshot, depth + 1);
        if (upper.DataType is null || lower.DataType is null)
            return lower.ObjectType is not null && upper is { DataType: "reference" };
        return (lower.DataType, upper.DataType) switch
        {
            ("array", "array") or ("map", "map") => upper.Key == lower.Key && upper.Items is { } many && lower.Items is { } one
                && Holds(many, one, snapshot, depth + 1),
            ("decimal", "decimal") => HoldsDigits(upper, TypeRules.PrecisionOf(lower) - TypeRules.ScaleOf(lower), TypeRules.ScaleOf(lower)),
            ("integer", "decimal") => HoldsDigits(upper, 10, 0),
            ("long", "decimal") => HoldsDigits(upper, 19, 0),
            (_, "json") => Plain.Contains(lower.DataType),
            _ => Uppers(lower.DataType).Contains(upper.DataType),
        };
    }

    private static bool HoldsDigits(TypeRef upper, int whole, int fraction) =>
        TypeRules.ScaleOf(upper) >= fraction && TypeRules.PrecisionOf(upper) - TypeRules.ScaleOf(upper) >= whole;

    private static IEnumerable<string> Uppers(string type)
    {
        foreach (var next in Above.GetValueOrDefault(type) ?? [])
        {
            yield return next;
            foreach (var further in Uppers(next))
                yield return further;
        }
    }
}
