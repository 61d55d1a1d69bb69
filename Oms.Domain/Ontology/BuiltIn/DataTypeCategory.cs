namespace Oms.Domain.Ontology.BuiltIn;

/// <summary>What sort of values a data type has (domain.md 1.9).</summary>
public enum DataTypeCategory
{
    /// <summary>One plain value.</summary>
    Primitive,

    /// <summary>A value with parts.</summary>
    Complex,

    /// <summary>A day, a time or a moment.</summary>
    Temporal,

    /// <summary>A place or a shape.</summary>
    Spatial,

    /// <summary>Bytes kept elsewhere.</summary>
    Binary,

    /// <summary>Something else.</summary>
    Special,
}
