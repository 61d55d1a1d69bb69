namespace Oms.Domain.Ontology;

/// <summary>What an action does (domain.md 1.12, shape C).</summary>
public enum ActionCategory
{
    /// <summary>Something else.</summary>
    Custom,

    /// <summary>Makes objects.</summary>
    Create,

    /// <summary>Changes objects.</summary>
    Update,

    /// <summary>Deletes objects.</summary>
    Delete,

    /// <summary>Makes links.</summary>
    Link,

    /// <summary>Removes links.</summary>
    Unlink,

    /// <summary>Changes many at once.</summary>
    Bulk,

    /// <summary>Moves objects through a process.</summary>
    Workflow,

    /// <summary>Checks objects.</summary>
    Validation,
}
