namespace Oms.Domain.Ontology;

/// <summary>What a value type is about (domain.md 1.10).</summary>
public enum ValueCategory
{
    /// <summary>Something else.</summary>
    Custom,

    /// <summary>Names of things.</summary>
    Identifier,

    /// <summary>Ways to reach someone.</summary>
    Contact,

    /// <summary>Money.</summary>
    Financial,

    /// <summary>Time.</summary>
    Temporal,

    /// <summary>Places.</summary>
    Geographic,

    /// <summary>Amounts.</summary>
    Measurement,

    /// <summary>Words.</summary>
    Text,
}
