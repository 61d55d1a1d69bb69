namespace Oms.Domain.Import.GraphQl;

/// <summary>The kinds of constant values (GraphQL specification, section 2.10).</summary>
public enum GraphQlValueKind
{
    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number with a fraction or exponent.</summary>
    Float,

    /// <summary>A text.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>The null.</summary>
    Null,

    /// <summary>The name of an enum's value.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>An input object.</summary>
    Object,
}
