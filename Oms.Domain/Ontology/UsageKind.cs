namespace Oms.Domain.Ontology;

/// <summary>How one element refers to another.</summary>
public enum UsageKind
{
    /// <summary>An object type inherits from it.</summary>
    Parent,

    /// <summary>An object type implements it.</summary>
    Interface,

    /// <summary>An interface extends it.</summary>
    Extends,

    /// <summary>A link starts there.</summary>
    LinkFrom,

    /// <summary>A link ends there.</summary>
    LinkTo,

    /// <summary>An interface asks for a link to it.</summary>
    RequiredLink,

    /// <summary>A property, struct field, parameter or value type has it as its type, or within its type.</summary>
    Type,

    /// <summary>A function returns it.</summary>
    ReturnType,

    /// <summary>A property takes its definition from it.</summary>
    SharedProperty,

    /// <summary>An action applies to it.</summary>
    Applicability,

    /// <summary>An action calls it.</summary>
    Function,

    /// <summary>A deprecated element or member names it as its replacement.</summary>
    ReplacedBy,
}
