namespace Oms.Domain.Ontology;

/// <summary>The kinds of versioned elements of an ontology (domain.md 1.1).</summary>
public enum ElementKind
{
    /// <summary>A kind of thing the organisation has.</summary>
    ObjectType,

    /// <summary>A relation between two object types.</summary>
    LinkType,

    /// <summary>A contract that object types implement.</summary>
    Interface,

    /// <summary>One property definition that many properties refer to.</summary>
    SharedProperty,

    /// <summary>Constraints over a data type (called semantic type in domain.md 1.10).</summary>
    ValueType,

    /// <summary>A flat value of several fields (domain.md 1.11).</summary>
    StructType,

    /// <summary>Something that can be done to objects; metadata only (domain.md 1.12).</summary>
    ActionType,

    /// <summary>A function over objects and values; metadata only (domain.md 1.13).</summary>
    FunctionType,
}
