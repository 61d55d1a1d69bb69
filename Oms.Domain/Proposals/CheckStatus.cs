namespace Oms.Domain.Proposals;

/// <summary>How a check came out. Only <see cref="Passed"/> is green.</summary>
public enum CheckStatus
{
    /// <summary>It found something that stands against the merge.</summary>
    Failed,

    /// <summary>It could not be carried out, which is no better.</summary>
    Errored,

    /// <summary>It found nothing against the merge.</summary>
    Passed,
}
