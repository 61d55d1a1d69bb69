namespace Oms.Domain.Import.GraphQl;

/// <summary>The kinds of named types (GraphQL specification, section 3.4).</summary>
public enum GraphQlTypeKind
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object type.</summary>
    Object,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An input object.</summary>
    InputObject,
}
