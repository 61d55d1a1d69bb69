namespace Oms.Domain.Ontology;

/// <summary>How confidential the data of a type is (domain.md 1.3, DataClassification).</summary>
public enum Classification
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>For everyone.</summary>
    Public,

    /// <summary>For the organisation.</summary>
    Internal,

    /// <summary>For those who need it.</summary>
    Confidential,

    /// <summary>For named people only.</summary>
    Restricted,
}
