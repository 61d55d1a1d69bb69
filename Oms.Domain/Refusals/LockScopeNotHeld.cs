using System.Collections.Immutable;
using Oms.Domain.Locks;

namespace Oms.Domain.Refusals;

/// <summary>A part of a lock that was to be given back is none of the parts it names.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Scope">The part that was named.</param>
/// <param name="Held">What the lock covers.</param>
public sealed record LockScopeNotHeld(string Branch, LockScope Scope, ImmutableArray<LockScope> Held)
    : Refusal(
        "LOCK_SCOPE_NOT_HELD",
        $"The lock on '{Branch}' does not name {Scope}; it names {string.Join(", ", Held.Take(5))}. Give one of these back, or the whole lock.");
