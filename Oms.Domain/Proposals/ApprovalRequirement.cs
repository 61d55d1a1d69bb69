using System.Collections.Immutable;

namespace Oms.Domain.Proposals;

/// <summary>Approvals that something asks for.</summary>
/// <param name="Why">What asks for them, in words.</param>
/// <param name="Needed">How many.</param>
/// <param name="Given">How many there are that count.</param>
/// <param name="Owners">Whose; empty for anybody's who may approve.</param>
public sealed record ApprovalRequirement(string Why, int Needed, int Given, ImmutableArray<string> Owners)
{
    /// <summary>How many are missing.</summary>
    public int Missing => Math.Max(0, Needed - Given);
}
