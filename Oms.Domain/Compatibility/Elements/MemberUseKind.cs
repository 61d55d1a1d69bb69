namespace Oms.Domain.Compatibility.Elements;

/// <summary>What a member is to somebody.</summary>
public enum MemberUseKind
{
    /// <summary>An object type shows it as the title of its objects.</summary>
    Title,

    /// <summary>An object type shows it as the subtitle of its objects.</summary>
    Subtitle,

    /// <summary>A struct type names it in its display template.</summary>
    Template,

    /// <summary>An object type or interface has it by inheritance.</summary>
    Inherits,

    /// <summary>An object type has a property of its own in its place.</summary>
    Overrides,

    /// <summary>An interface asks for it: without it, under its name, a type would not be what it says.</summary>
    RequiredBy,

    /// <summary>An object type, or a link type at one, is what the interface asks for with it.</summary>
    Satisfies,

    /// <summary>A link type or a value names objects by it, the primary key.</summary>
    Key,

    /// <summary>An object type or interface has it as a field that leads across the link.</summary>
    Field,

    /// <summary>A property, field, parameter or function holds values of which it is a part.</summary>
    Holds,

    /// <summary>An action gives it to the function.</summary>
    Calls,

    /// <summary>A deprecated element or member names it as its replacement.</summary>
    ReplacedBy,
}
