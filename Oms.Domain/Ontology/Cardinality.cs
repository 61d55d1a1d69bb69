namespace Oms.Domain.Ontology;

/// <summary>How many objects a link joins on its from side and its to side (appendix A).</summary>
public enum Cardinality
{
    /// <summary>One to one.</summary>
    OneToOne,

    /// <summary>One to many.</summary>
    OneToMany,

    /// <summary>Many to one.</summary>
    ManyToOne,

    /// <summary>Many to many.</summary>
    ManyToMany,
}
