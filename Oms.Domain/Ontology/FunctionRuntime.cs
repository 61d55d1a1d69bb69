namespace Oms.Domain.Ontology;

/// <summary>What runs a function (domain.md 1.13).</summary>
public enum FunctionRuntime
{
    /// <summary>Something else.</summary>
    Custom,

    /// <summary>Python.</summary>
    Python,

    /// <summary>JavaScript.</summary>
    JavaScript,

    /// <summary>SQL.</summary>
    Sql,

    /// <summary>Spark.</summary>
    Spark,
}
