using Oms.Domain.Compatibility;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Merges constraints kind by kind: to what either side allows (domain.md 3.5), enums value by value.</summary>
internal sealed class ConstraintMerge(Decider decider)
{
    internal object Merge(RecordField field, object? b, object? o, object? t, Place place)
    {
        var list = field.List!;
        return list.Build(KeyedMerge.Merge(
            list.Items(b), list.Items(o), list.Items(t), ListShape.KeyOf,
            (kind, x, y, z) => Merge((Constraint?)x, (Constraint?)y, (Constraint?)z, place.At(kind))));
    }

    private Constraint? Merge(Constraint? b, Constraint? o, Constraint? t, Place place)
    {
        if (o == t || t == b)
            return o;
        if (o == b)
            return t;
        var isEnum = (b ?? o ?? t)!.Kind == ConstraintKind.Enum && o is not null && t is not null;
        var joins = ConstraintLattice.TryJoin(o, t, out var joined);
        if (isEnum && b is not null)
            joined = Values(b, o!, t!);
        var question = place.Ask(
            ConflictKind.ModifyModify, SemanticKind.ConstraintChange, isEnum ? Severity.Info : joins ? Severity.Warn : Severity.Error) with
        {
            Base = Json(b), Ours = Json(o), Theirs = Json(t),
            Strategy = isEnum ? "set_union" : joins ? "union_constraints" : null,
            Options = joins ? [new(ResolutionChoice.Both, Json(joined), ConstraintLattice.Compare(o, joined))] : [],
        };
        return (Constraint?)decider.Decide(
            question.WithSides(v => ConstraintLattice.Compare(o, v is null ? null : (Constraint?)Decider.Read(v, typeof(Constraint)))),
            (b, o, t), joined, joined, v => Decider.Read(v, typeof(Constraint)));
    }

    // What one side took out of the list stays out: the other side did not ask for it anew.
    private static Constraint Values(Constraint b, Constraint o, Constraint t)
    {
        var values = KeyedMerge.Merge(ConstraintLattice.Items(b), ConstraintLattice.Items(o), ConstraintLattice.Items(t), v => v, KeyedMerge.Plain);
        return o with { Value = new JsonLiteral($"[{string.Join(',', values)}]"), Message = o.Message == b.Message ? t.Message : o.Message };
    }

    private static JsonLiteral? Json(Constraint? constraint) => constraint is null ? null : CanonicalJson.Literal(constraint);
}
