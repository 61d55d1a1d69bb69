namespace Oms.Domain.Proposals;

/// <summary>Why an emergency override can not be used, or given.</summary>
public enum OverrideProblem
{
    /// <summary>Nobody asked for one.</summary>
    NotRequested,

    /// <summary>No second person gave it yet.</summary>
    NotApproved,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was used; each is for one merge.</summary>
    Used,

    /// <summary>It was given for another content.</summary>
    OtherContent,

    /// <summary>Who asks for it, or made the proposal, can not give it.</summary>
    SamePerson,
}
