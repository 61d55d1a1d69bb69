namespace Oms.Domain.Proposals;

/// <summary>What a reviewer says of a content.</summary>
public enum ReviewVerdict
{
    /// <summary>It may come into the target.</summary>
    Approved,

    /// <summary>It must change first. Stands until the reviewer says otherwise, whatever the content becomes.</summary>
    ChangesRequested,
}
