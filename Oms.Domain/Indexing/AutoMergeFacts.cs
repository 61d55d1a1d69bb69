namespace Oms.Domain.Indexing;

/// <summary>What the features around know of a branch's head when it could be merged by itself. Unknown is no: nothing is green by default.</summary>
public sealed record AutoMergeFacts
{
    /// <summary>True when the branch asks to be merged by itself.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Approvals of this very head that are still missing; null when nobody could say.</summary>
    public int? MissingApprovals { get; init; }

    /// <summary>Checks of this very head that are not green; null when nobody could say.</summary>
    public int? FailingChecks { get; init; }

    /// <summary>Conflicts of the merge as it would be now; null when it was not tried.</summary>
    public int? Conflicts { get; init; }

    /// <summary>Why the merge would be refused otherwise; null when it would not.</summary>
    public string? MergeRefusal { get; init; }
}
