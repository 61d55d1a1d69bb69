namespace Oms.Domain.Proposals;

/// <summary>What is checked of a proposal before it comes in.</summary>
public enum CheckKind
{
    /// <summary>The merged ontology keeps every rule of the model.</summary>
    Valid,

    /// <summary>No question of the merge is open.</summary>
    Conflicts,

    /// <summary>Nothing breaks for those who know the target.</summary>
    Compatibility,

    /// <summary>What changes follows the naming convention.</summary>
    Lint,

    /// <summary>It names the issues that the target asks for.</summary>
    Issues,
}
