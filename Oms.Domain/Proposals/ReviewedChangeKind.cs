namespace Oms.Domain.Proposals;

/// <summary>What became of a change since it was reviewed.</summary>
public enum ReviewedChangeKind
{
    /// <summary>It was not there then.</summary>
    New,

    /// <summary>It is another one at the same place.</summary>
    Changed,

    /// <summary>It is not proposed any more.</summary>
    TakenBack,
}
