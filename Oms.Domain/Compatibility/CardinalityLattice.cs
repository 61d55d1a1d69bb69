using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility;

/// <summary>The one order of cardinalities (domain.md 3.4): each side holds one or many, and many holds one.</summary>
public static class CardinalityLattice
{
    /// <summary>How the second cardinality stands to the first.</summary>
    public static Relation Compare(Cardinality before, Cardinality after) =>
        before == after ? Relation.Equal
        : Join(before, after) == after ? Relation.Wider
        : Join(before, after) == before ? Relation.Narrower
        : Relation.Unrelated;

    /// <summary>The narrowest cardinality that holds both; there always is one.</summary>
    public static Cardinality Join(Cardinality one, Cardinality other) => Of(ManyFrom(one) || ManyFrom(other), ManyTo(one) || ManyTo(other));

    /// <summary>What a change asks of people: INFO while one side stays single, WARN up to many-to-many, ERROR for all else.</summary>
    public static Severity SeverityOf(Cardinality before, Cardinality after) => Compare(before, after) switch
    {
        Relation.Equal => Severity.Info,
        Relation.Wider when after != Cardinality.ManyToMany => Severity.Info,
        Relation.Wider => Severity.Warn,
        _ => Severity.Error,
    };

    /// <summary>How the second direction stands to the first: bidirectional holds unidirectional.</summary>
    public static Relation Compare(Directionality before, Directionality after) =>
        before == after ? Relation.Equal : after == Directionality.Bidirectional ? Relation.Wider : Relation.Narrower;

    private static bool ManyFrom(Cardinality c) => c is Cardinality.ManyToOne or Cardinality.ManyToMany;

    private static bool ManyTo(Cardinality c) => c is Cardinality.OneToMany or Cardinality.ManyToMany;

    private static Cardinality Of(bool manyFrom, bool manyTo) => (manyFrom, manyTo) switch
    {
        (true, true) => Cardinality.ManyToMany,
        (true, false) => Cardinality.ManyToOne,
        (false, true) => Cardinality.OneToMany,
        _ => Cardinality.OneToOne,
    };
}
