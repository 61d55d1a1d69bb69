namespace Oms.Domain.History;

/// <summary>What a commit did to an element.</summary>
public enum ChangeOperation
{
    /// <summary>It was not there before.</summary>
    Create,

    /// <summary>Its content changed under the same name.</summary>
    Update,

    /// <summary>Its name changed, and perhaps its content too.</summary>
    Rename,

    /// <summary>It is there no more.</summary>
    Delete,
}
