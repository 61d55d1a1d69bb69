namespace Oms.Domain.Ontology;

/// <summary>Whether a link can be followed from one side or from both.</summary>
public enum Directionality
{
    /// <summary>From the from side only.</summary>
    Unidirectional,

    /// <summary>From both sides.</summary>
    Bidirectional,
}
