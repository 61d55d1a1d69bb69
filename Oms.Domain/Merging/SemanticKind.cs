namespace Oms.Domain.Merging;

/// <summary>What a conflict is about (domain.md 3.2): the semantic kind, beside the structural one.</summary>
public enum SemanticKind
{
    /// <summary>A field was given two values.</summary>
    ValueChange,

    /// <summary>A label or description was written in two ways.</summary>
    TextChange,

    /// <summary>It was renamed to two names.</summary>
    NameChange,

    /// <summary>It was given two types.</summary>
    TypeChange,

    /// <summary>A link was given two cardinalities or directions.</summary>
    CardinalityChange,

    /// <summary>A constraint was set in two ways.</summary>
    ConstraintChange,

    /// <summary>Its status or deprecation was set in two ways.</summary>
    StatusChange,

    /// <summary>Both sides added to, or took from, the same set.</summary>
    SetChange,

    /// <summary>An annotation was given two values.</summary>
    AnnotationChange,

    /// <summary>One side deleted what the other changed.</summary>
    DeleteAfterModify,

    /// <summary>Two definitions of one kind, or two members of one list, have one name.</summary>
    NameCollision,

    /// <summary>Both sides added the same definition.</summary>
    SameAddition,

    /// <summary>Types inherit from, or interfaces extend, each other in a circle.</summary>
    CircularDependency,

    /// <summary>A type lacks what an interface asks of it.</summary>
    InterfaceMismatch,

    /// <summary>One side refers to what the other deleted.</summary>
    DanglingReference,

    /// <summary>Another rule of the model is broken.</summary>
    RuleBroken,
}
