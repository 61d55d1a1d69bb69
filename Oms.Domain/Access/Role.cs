namespace Oms.Domain.Access;

/// <summary>Roles that a token may carry (domain.md 6.1).</summary>
public enum Role
{
    /// <summary>Administers the schema.</summary>
    Admin,

    /// <summary>Changes ontologies on branches.</summary>
    Developer,

    /// <summary>Judges changes.</summary>
    Reviewer,

    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>A machine: an indexer or another service.</summary>
    ServiceAccount,

    /// <summary>Reads the audit log.</summary>
    Auditor,
}
