using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Refusals;

/// <summary>Somebody holds a lock where one would write: who, why, how far, until when, and what one can do instead (domain.md 2.3, 11.4).</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Reason">Why, in the holder's words.</param>
/// <param name="Issue">The issue that the lock belongs to; null where none was named.</param>
/// <param name="AcquiredAt">Since when.</param>
/// <param name="ExpiresAt">When it ends by itself, at the latest.</param>
/// <param name="RetryAfterSeconds">Seconds from now until its holder expects to be done, else until it ends by itself; at least 1.</param>
/// <param name="Alternatives">What one can do instead, a sentence each.</param>
/// <param name="Type">What the lock is for.</param>
/// <param name="Scopes">What it covers.</param>
/// <param name="Progress">How far its holder has come; null where it never said.</param>
/// <param name="ExpectedEnd">When its holder expects to be done; null where it never said.</param>
/// <param name="WritableKinds">The kinds of which no lock covers all; within them single elements may still be locked.</param>
public sealed record BranchLocked(
    string Branch,
    string Holder,
    string Reason,
    string? Issue,
    DateTimeOffset AcquiredAt,
    DateTimeOffset ExpiresAt,
    int RetryAfterSeconds,
    ImmutableArray<string> Alternatives,
    LockType Type,
    ImmutableArray<LockScope> Scopes,
    LockProgress? Progress,
    DateTimeOffset? ExpectedEnd,
    ImmutableArray<ElementKind> WritableKinds)
    : Refusal("BRANCH_LOCKED", Sentence(Branch, Scopes, Holder, ExpiresAt, Reason, Progress, Alternatives))
{
    private const int MaxNamedScopes = 5;

    /// <summary>The refusal for a lock of a branch that is held at this moment.</summary>
    public static BranchLocked Of(Branch branch, Lock held, DateTimeOffset now)
    {
        var retryAt = held.ExpectedEnd is { } expected && expected > now && expected < held.ExpiresAt ? expected : held.ExpiresAt;
        return new(
            branch.Name.Value,
            held.Holder,
            held.Reason,
            held.Issue,
            held.AcquiredAt,
            held.ExpiresAt,
            Math.Max(1, (int)Math.Ceiling((retryAt - now).TotalSeconds)),
            AlternativesOf(branch, held),
            held.Type,
            held.Scopes,
            held.Progress,
            held.ExpectedEnd,
            branch.Lock is null ? [.. Enum.GetValues<ElementKind>().Where(k => !branch.Locks.Any(l => l.Scopes.Any(s => s.Contains(LockScope.Of(k)))))] : []);
    }

    private static ImmutableArray<string> AlternativesOf(Branch branch, Lock held)
    {
        ImmutableArray<string> always =
        [
            $"Make a branch from '{branch.Name}' and work there.",
            $"Wait until {held.ExpiresAt:u} and try again.",
            $"Ask {held.Holder} to unlock it.",
        ];
        return held.IsOfBranch ? always : always.Insert(0, $"Write what the lock does not cover; it covers {Names(held.Scopes)}.");
    }

    private static string Sentence(
        string branch,
        ImmutableArray<LockScope> scopes,
        string holder,
        DateTimeOffset expiresAt,
        string reason,
        LockProgress? progress,
        ImmutableArray<string> alternatives)
    {
        var what = scopes[0].IsBranch ? $"The branch '{branch}'" : $"On the branch '{branch}', {Names(scopes)}";
        var done = progress is null ? string.Empty : $", {progress.Percent} % done";
        return $"{what} is locked by {holder} until {expiresAt:u}{done} ({reason}). {string.Join(' ', alternatives)}";
    }

    private static string Names(ImmutableArray<LockScope> scopes) => scopes.Length <= MaxNamedScopes
        ? string.Join(", ", scopes)
        : $"{string.Join(", ", scopes.Take(MaxNamedScopes))} and {scopes.Length - MaxNamedScopes} more";
}
