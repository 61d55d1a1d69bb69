using System.Collections.Immutable;
using Oms.Domain.Branches;

namespace Oms.Domain.Refusals;

/// <summary>Somebody holds the lock of the branch: who, why, until when, and what one can do instead (domain.md 11.4).</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Reason">Why, in the holder's words.</param>
/// <param name="Issue">The issue that the lock belongs to; null where none was named.</param>
/// <param name="AcquiredAt">Since when.</param>
/// <param name="ExpiresAt">When it ends by itself, at the latest.</param>
/// <param name="RetryAfterSeconds">Seconds from now until then, at least 1.</param>
/// <param name="Alternatives">What one can do instead, a sentence each.</param>
public sealed record BranchLocked(
    string Branch,
    string Holder,
    string Reason,
    string? Issue,
    DateTimeOffset AcquiredAt,
    DateTimeOffset ExpiresAt,
    int RetryAfterSeconds,
    ImmutableArray<string> Alternatives)
    : Refusal("BRANCH_LOCKED", $"The branch '{Branch}' is locked by {Holder} until {ExpiresAt:u} ({Reason}). {string.Join(' ', Alternatives)}")
{
    /// <summary>The refusal for a branch whose lock is held at this moment.</summary>
    public static BranchLocked Of(Branch branch, DateTimeOffset now)
    {
        var held = branch.Lock ?? throw new ArgumentException("the branch is not locked", nameof(branch));
        return new(
            branch.Name.Value,
            held.Holder,
            held.Reason,
            held.Issue,
            held.AcquiredAt,
            held.ExpiresAt,
            Math.Max(1, (int)Math.Ceiling((held.ExpiresAt - now).TotalSeconds)),
            [
                $"Make a branch from '{branch.Name}' and work there.",
                $"Wait until {held.ExpiresAt:u} and try again.",
                $"Ask {held.Holder} to unlock it.",
            ]);
    }
}
