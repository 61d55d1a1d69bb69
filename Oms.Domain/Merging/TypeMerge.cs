using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Merges types and cardinalities upwards in their lattices (domain.md 3.3, 3.4).</summary>
internal sealed class TypeMerge(Decider decider, Snapshot ours)
{
    internal TypeRef? Merge(TypeRef? b, TypeRef? o, TypeRef? t, Place place)
    {
        var joined = o is not null && t is not null ? TypeLattice.Join(o, t, ours) : null;
        var severity = joined?.Severity ?? Severity.Error;
        if (Narrows(b, o) || Narrows(b, t))
            severity = Severity.Error;
        var question = place.Ask(ConflictKind.ModifyModify, SemanticKind.TypeChange, severity) with
        {
            Base = Json(b), Ours = Json(o), Theirs = Json(t),
            Strategy = severity < Severity.Error ? "type_widening" : null,
            Options = joined is { } up ? [new(ResolutionChoice.Both, Json(up.Value), TypeLattice.Compare(o, up.Value, ours))] : [],
        };
        return (TypeRef?)decider.Decide(
            question.WithSides(v => Verdict(o, v)), (b, o, t), joined?.Value, joined?.Value, v => Decider.Read(v, typeof(TypeRef)));
    }

    internal Cardinality Merge(Cardinality b, Cardinality o, Cardinality t, Place place)
    {
        var joined = CardinalityLattice.Join(o, t);
        var severity = CardinalityLattice.SeverityOf(b, joined);
        if (CardinalityLattice.Compare(b, o) != Relation.Wider || CardinalityLattice.Compare(b, t) != Relation.Wider)
            severity = Severity.Error;
        var question = place.Ask(ConflictKind.ModifyModify, SemanticKind.CardinalityChange, severity) with
        {
            Base = Json(b), Ours = Json(o), Theirs = Json(t),
            Strategy = severity < Severity.Error ? "expand_cardinality" : null,
            Options = [new(ResolutionChoice.Both, Json(joined), CardinalityLattice.Compare(o, joined))],
        };
        return (Cardinality)decider.Decide(
            question.WithSides(v => CardinalityLattice.Compare(o, (Cardinality)Decider.Read(v!, typeof(Cardinality))!)),
            (b, o, t), joined, joined, v => Decider.Read(v, typeof(Cardinality)))!;
    }

    private bool Narrows(TypeRef? before, TypeRef? after) => TypeLattice.Compare(before, after, ours) == Relation.Narrower;

    private Relation? Verdict(TypeRef? o, JsonLiteral? value) =>
        value is null ? null : TypeLattice.Compare(o, (TypeRef?)Decider.Read(value, typeof(TypeRef)), ours);

    private static JsonLiteral? Json<T>(T value) => ModelValues.Json(value, typeof(T));
}
