namespace Oms.Domain.Ontology;

/// <summary>What a function is for (domain.md 1.13).</summary>
public enum FunctionCategory
{
    /// <summary>Something else.</summary>
    Custom,

    /// <summary>Makes one value of another.</summary>
    Transformation,

    /// <summary>Makes one value of many.</summary>
    Aggregation,

    /// <summary>Checks.</summary>
    Validation,

    /// <summary>Computes.</summary>
    Calculation,

    /// <summary>Takes out of a larger value.</summary>
    Extraction,

    /// <summary>Adds from elsewhere.</summary>
    Enrichment,

    /// <summary>Selects.</summary>
    Filtering,

    /// <summary>Talks to another system.</summary>
    Integration,

    /// <summary>About time.</summary>
    Temporal,

    /// <summary>About space.</summary>
    Spatial,

    /// <summary>A learned model.</summary>
    MlInference,
}
