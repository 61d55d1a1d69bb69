namespace Oms.Engine.Types;

/// <summary>The places where directives may be applied (spec 3.13), as a set.</summary>
[Flags]
public enum DirectiveLocations
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>QUERY</summary>
    Query = 1 << 0,

    /// <summary>MUTATION</summary>
    Mutation = 1 << 1,

    /// <summary>SUBSCRIPTION</summary>
    Subscription = 1 << 2,

    /// <summary>FIELD</summary>
    Field = 1 << 3,

    /// <summary>FRAGMENT_DEFINITION</summary>
    FragmentDefinition = 1 << 4,

    /// <summary>FRAGMENT_SPREAD</summary>
    FragmentSpread = 1 << 5,

    /// <summary>INLINE_FRAGMENT</summary>
    InlineFragment = 1 << 6,

    /// <summary>VARIABLE_DEFINITION</summary>
    VariableDefinition = 1 << 7,

    /// <summary>SCHEMA</summary>
    Schema = 1 << 8,

    /// <summary>SCALAR</summary>
    Scalar = 1 << 9,

    /// <summary>OBJECT</summary>
    Object = 1 << 10,

    /// <summary>FIELD_DEFINITION</summary>
    FieldDefinition = 1 << 11,

    /// <summary>ARGUMENT_DEFINITION</summary>
    ArgumentDefinition = 1 << 12,

    /// <summary>INTERFACE</summary>
    Interface = 1 << 13,

    /// <summary>UNION</summary>
    Union = 1 << 14,

    /// <summary>ENUM</summary>
    Enum = 1 << 15,

    /// <summary>ENUM_VALUE</summary>
    EnumValue = 1 << 16,

    /// <summary>INPUT_OBJECT</summary>
    InputObject = 1 << 17,

    /// <summary>INPUT_FIELD_DEFINITION</summary>
    InputFieldDefinition = 1 << 18,
}
