namespace Oms.Domain.Ontology;

/// <summary>Which way a parameter's value goes (domain.md 1.13).</summary>
public enum ParameterDirection
{
    /// <summary>In.</summary>
    Input,

    /// <summary>Out.</summary>
    Output,

    /// <summary>Both ways.</summary>
    InOut,
}
